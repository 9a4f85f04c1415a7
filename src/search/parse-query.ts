import { isWord, kindOf, kinds } from './characters.ts';
import { type Days, readDays } from './days.ts';
import type { Fold } from './fold.ts';
import { lex, type Token } from './lex.ts';
import { phraseTerms } from './phrase.ts';
import {
  type Label,
  labels,
  type NoticeKey,
  type PhraseQuery,
  type Query,
  type Side,
  type Understood,
} from './query.ts';

/** A query longer than this (UTF-16 units) is not read: nobody types it, and it would load the world. */
export const longest = 500;
const mostWords = 32;
/** What NEAR means without a number: about two sentences of Chinese. */
const nearby = 40;

const sides = new Map<string, Side>([
  ['q', 'question'],
  ['a', 'answer'],
  ['问', 'question'],
  ['答', 'answer'],
]);
const labelNames = new Map<string, Label | 'date'>([
  ...([...labels, 'date'] as const).map((label): [string, Label | 'date'] => [label, label]),
  ['媒体', 'outlet'],
  ['发言人', 'speaker'],
  ['主题', 'topic'],
  ['来源', 'source'],
  ['语言', 'lang'],
  ['日期', 'date'],
]);

/**
 * Reads a query.
 *
 * Words side by side must all be there; `OR` joins its two neighbours and binds tighter; `-` rules
 * out; `NEAR` or `NEAR/20` joins two phrases. What cannot be read is left out and named in a notice.
 */
export function parseQuery(typed: string, fold: Fold): Understood {
  const reading = new Reading(fold);
  if (typed.length > longest) {
    reading.tell('too-long', String(typed.length));
    return reading.finish();
  }
  if (/[\ud800-\udfff]/u.test(typed)) reading.tell('broken-character', '');
  const tokens = lex(typed.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  if (tokens.length > mostWords) reading.tell('too-many', String(mostWords));
  for (const token of tokens.slice(0, mostWords)) reading.take(token);
  return reading.finish();
}

type Joint =
  | { type: 'and' | 'or' | 'not'; word: string }
  | { type: 'near'; word: string; within: number };

/** The words that join others, unless they are quoted. */
function jointOf({ text, quoted, label, negated }: Token): Joint | null {
  if (quoted || label !== '' || negated) return null;
  if (text === 'AND' || text === 'OR' || text === 'NOT') {
    return { type: text === 'AND' ? 'and' : text === 'OR' ? 'or' : 'not', word: text };
  }
  const near = /^NEAR(?:\/(\d{1,4}))?$/.exec(text);
  return near ? { type: 'near', word: text, within: Number(near[1] ?? nearby) } : null;
}

/** The query read so far: alternatives (joined by OR) that must all be met. */
class Reading {
  readonly notices: Understood['notices'] = [];
  readonly #fold: Fold;
  readonly #groups: Query[][] = [];
  #joint: Joint | null = null;

  constructor(fold: Fold) {
    this.#fold = fold;
  }

  tell(key: NoticeKey, about: string): void {
    this.notices.push({ key, about });
  }

  take(token: Token): void {
    const joint = jointOf(token);
    if (joint) {
      if (this.#joint) this.tell('no-operand', this.#joint.word);
      this.#joint = joint;
      return;
    }
    const query = this.#operand(token);
    if (!query) return;
    const negated = token.negated || this.#joint?.type === 'not';
    this.#join(negated ? { type: 'not', of: query } : query);
    this.#joint = null;
  }

  #join(query: Query): void {
    const joint = this.#joint;
    const group = this.#groups.at(-1);
    if (joint?.type === 'or' && group) {
      group.push(query);
      return;
    }
    const last = group?.at(-1);
    if (joint?.type === 'near' && last?.type === 'phrase' && query.type === 'phrase') {
      group?.splice(-1, 1, { type: 'near', first: last, second: query, within: joint.within });
      return;
    }
    if (joint?.type === 'or' || joint?.type === 'near') this.tell('no-operand', joint.word);
    this.#groups.push([query]);
  }

  finish(): Understood {
    if (this.#joint) this.tell('no-operand', this.#joint.word);
    const all = this.#groups.map(
      (of): Query => (of[0] && of.length === 1 ? of[0] : { type: 'any', of }),
    );
    const query = all[0] && all.length === 1 ? all[0] : { type: 'all' as const, of: all };
    return { query, notices: this.notices };
  }

  #operand(token: Token): Query | null {
    if (token.open) this.tell('unbalanced', token.text);
    const name = this.#fold.text(token.label);
    const side = sides.get(name);
    const label = labelNames.get(name);
    if ((side || label) && token.text.trim() === '') {
      this.tell('empty-label', token.label);
      return null;
    }
    if (label === 'date') return this.#dates(token.text);
    if (label) return { type: 'label', label, value: this.#fold.text(token.text).trim() };
    if (side || token.label === '') return this.#phrase(token, side ?? 'both');
    this.tell('unknown-label', token.label);
    return this.#phrase({ ...token, text: `${token.label}:${token.text}` }, 'both');
  }

  #dates(text: string): Query | null {
    const days: Days | null = readDays(this.#fold.text(text));
    if (!days) this.tell('bad-date', text);
    return days && { type: 'dates', ...days };
  }

  #phrase(token: Token, side: Side): PhraseQuery | null {
    if (!token.quoted && /^[(（]|[)）]$/u.test(token.text)) this.tell('parentheses', token.text);
    const spaced = this.#fold.text(token.text).replace(/\s+/gu, ' ').trim();
    const words = token.quoted ? spaced : trimSymbols(spaced);
    if (!token.quoted && /\*/u.test(words)) this.tell('star', token.text);
    const long = words.length > 1 && isWord(words.slice(-2));
    if (token.star && !long && isWord(words.slice(-1))) this.tell('short-prefix', token.text);
    if (phraseTerms(words, false).length === 0) {
      this.tell('only-symbols', token.text);
      return null;
    }
    return { type: 'phrase', words, side, prefix: token.star && long };
  }
}

/** A word without the punctuation around it. */
function trimSymbols(text: string): string {
  const inside = (character: string): boolean =>
    kindOf(character.codePointAt(0) ?? 0) > kinds.symbol;
  const characters = [...text];
  const first = characters.findIndex(inside);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(inside) + 1).join('');
}
