import type { DraftExchange } from '../model/draft.ts';
import type { Face } from '../model/ledger.ts';
import { exchangeWords, partWords } from './exchange-words.ts';
import { once } from './once.ts';
import { sketch } from './sketch.ts';

/** How many clause hashes the ledger keeps of each side: 24 tell the exchanges of a day apart. */
export const sketchSize = { question: 8, answer: 16, part: 4 } as const;

/**
 * What the ledger keeps of an exchange, so that a better parser finds its number again in the same
 * bytes after every transcript was deleted.
 *
 * A capture never changes, so only boundaries can: the question is which of today's exchanges holds
 * the clauses that number 5 held. At most 24 hashes of four characters and the label make a line of
 * some 230 bytes, where the words themselves would take 2,000.
 */
export const faceOf = once((exchange: DraftExchange): Face => {
  const { asker, question, answer } = exchangeWords(exchange);
  const face = {
    asker,
    question: sketch(question, sketchSize.question),
    answer: sketch(answer, sketchSize.answer),
  };
  if (exchange.parts.length === 1 && exchange.parts[0]?.id === 'a') return face;
  const parts = partWords(exchange).map((part) => [
    part.id,
    sketch(part.question, sketchSize.part),
  ]);
  return { ...face, parts: Object.fromEntries(parts) };
});

/** Equal for the same exchange with the same boundaries in the same bytes; parts do not count. */
export function faceKey({ asker, question, answer }: Face): string {
  return JSON.stringify([asker, question, answer]);
}

/** Whether an exchange has a face's asker and question: a quarter of the work of its whole face. */
export function asksAs({ asker, question }: Face, exchange: DraftExchange): boolean {
  const asked = askedIn(exchange);
  return asked.asker === asker && asked.question === question;
}

const askedIn = once((exchange: DraftExchange): Pick<Face, 'asker' | 'question'> => {
  const { asker, question } = exchangeWords(exchange);
  return { asker, question: sketch(question, sketchSize.question) };
});

/** Equal where the parts are the same, with the same letters. */
export function partsKey({ parts = {} }: Face): string {
  return JSON.stringify(parts);
}
