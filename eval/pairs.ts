import { z } from 'zod';
import type { Draft } from '../src/model/draft.ts';
import type { Turn } from '../src/model/transcript.ts';

/** A question and the answers that follow it, without white space and labels. */
export interface Pair {
  question: string;
  answer: string;
}

/** A line of mfa-zh.reference.jsonl.gz: how somebody else split a page. */
export const referenceLine = z.object({
  url: z.string(),
  title: z.string(),
  exchanges: z.array(z.object({ q: z.string().nullable(), a: z.string().nullable() })),
});
export type ReferenceLine = z.infer<typeof referenceLine>;

/**
 * The question turns of a draft with the answers that follow each run of them, in reading order.
 *
 * A note inside a turn counts as its words, since a pair drops white space and labels and nothing
 * else; a statement outside an exchange is in no pair.
 */
export function pairsOf(draft: Draft): Pair[] {
  return draft.children.flatMap((exchange) => {
    if (exchange.type !== 'exchange') return [];
    const pairs: Pair[] = [];
    for (const turn of exchange.children) {
      if (turn.type !== 'turn') continue;
      const words = bare(heldBy(turn));
      const last = pairs.at(-1);
      if (turn.kind !== 'question') {
        if (last) last.answer += words;
        else pairs.push({ question: '', answer: words });
      } else if (last && last.answer === '') last.question += words;
      else pairs.push({ question: words, answer: '' });
    }
    return pairs;
  });
}

/** The reference's rows in the same form; its label opens a question and an answer's first line. */
export function pairsOfReference({ exchanges }: ReferenceLine): Pair[] {
  return exchanges.map(({ q, a }) => {
    const [first = '', ...rest] = (a ?? '').split('\n');
    return { question: unlabelled(q ?? ''), answer: unlabelled(first) + bare(rest.join('')) };
  });
}

const heldBy = ({ children }: Turn): string => children.map(({ value }) => value).join('\n');

const bare = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, '');

const unlabelled = (text: string): string => bare(text).replace(/^[^：:。？！]{1,40}[：:]/u, '');
