import { z } from 'zod';
import type { Parsed } from '../src/parse/index.ts';
import { adjudicated } from './corpus.ts';

/** A line of tests/adjudicated/whitehouse.jsonl: what a person counted on a page. */
const count = z.strictObject({
  url: z.url(),
  exchanges: z.int(),
  questionTurns: z.int(),
  countedBy: z.string(),
  counted: z.iso.date(),
  why: z.string(),
});

/** What a person and the parser counted on one page. */
export interface CountedPage {
  url: string;
  byHand: { exchanges: number; questions: number };
  parsed: { exchanges: number; questions: number };
}

/** The White House pages that somebody counted, beside what the parser makes of them. */
export function scoreWhiteHouse(parsed: ReadonlyMap<string, Parsed>): CountedPage[] {
  return adjudicated('whitehouse.jsonl', count).map(({ url, exchanges, questionTurns }) => {
    const page = parsed.get(url);
    if (!page) throw new Error(`Expected the page ${url} that was counted, got none`);
    const children = page.draft?.children ?? [];
    const found = children.filter((child) => child.type === 'exchange');
    const questions = found
      .flatMap((exchange) => exchange.children)
      .filter((child) => child.type === 'turn' && child.kind === 'question');
    return {
      url,
      byHand: { exchanges, questions: questionTurns },
      parsed: { exchanges: found.length, questions: questions.length },
    };
  });
}
