import type { DraftExchange } from '../model/draft.ts';
import type { Face } from '../model/ledger.ts';
import { exchangeWords } from './exchange-words.ts';
import { sketchSize } from './face.ts';
import { type Bag, clauseBag, readSketch } from './sketch.ts';

/** An exchange as alignment sees it: who asks, and bags of features of what is asked and answered. */
export interface Sight {
  asker: string | null;
  question: Bag;
  answer: Bag;
}

/** What the ledger remembers, in clauses; comparable with `clauseSight`. */
export function rememberedSight({ asker, question, answer }: Face): Sight {
  return {
    asker,
    question: readSketch(question, sketchSize.question),
    answer: readSketch(answer, sketchSize.answer),
  };
}

/** An exchange in clauses: for comparing with what the ledger remembers of the same bytes. */
export function clauseSight(exchange: DraftExchange): Sight {
  return sightOf(exchange, clauseBag);
}

/** An exchange in pairs of neighbours: for comparing with other wordings. */
export function wordSight(exchange: DraftExchange): Sight {
  return sightOf(exchange, pairBag);
}

function sightOf(exchange: DraftExchange, bag: (text: string) => Bag): Sight {
  const { asker, question, answer } = exchangeWords(exchange);
  return { asker, question: bag(question), answer: bag(answer) };
}

/** Neighbouring characters where a script needs no spaces, neighbouring words elsewhere. */
function pairBag(text: string): Bag {
  const features = new Set<number>();
  let previous = 0;
  for (const [unit] of text.normalize('NFKC').toLowerCase().matchAll(units)) {
    const code = codeOf(unit);
    if (previous !== 0) features.add(previous * 2 ** 24 + code);
    previous = code;
  }
  return { features, limit: Number.POSITIVE_INFINITY };
}

const units =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\p{N}+/gu;

/** A number below 2^24 for a character or word: its code point, or a hash above all code points. */
function codeOf(unit: string): number {
  const point = unit.codePointAt(0) ?? 0;
  if (unit.length === (point > 0xffff ? 2 : 1)) return point;
  let hash = 7;
  for (let at = 0; at < unit.length; at += 1)
    hash = (Math.imul(hash, 31) + unit.charCodeAt(at)) >>> 0;
  return 0x110000 + (hash % (2 ** 24 - 0x110000));
}
