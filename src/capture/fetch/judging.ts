import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { instant } from '../../model/names.ts';
import { TooMuch } from '../../model/page-limits.ts';
import { sha256Of } from '../digest.ts';
import { type Failure, failure } from './codes.ts';

/** What `look` gives of what came from an address, or why nothing can be said of it. Never throws. */
export type Judge = <Told extends object>(url: string, look: () => Told) => Told | Failure;

/** Looks, and says what `look` threw. */
export const judgeOnce: Judge = (_, look) => {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof TooMuch) return failure('E_TOO_LARGE', cause.message);
    const reason = cause instanceof Error ? cause.message : String(cause);
    return failure('E_UNREADABLE', `Cannot read the page: ${reason}`);
  }
};

const mark = z.strictObject({ url: z.string(), since: instant, times: z.int().default(1) });

/** So many runs must end while they look at one page before it is taken for the cause: any run may be killed. */
const strikes = 3;

/**
 * Looks, while the disk holds a mark that says at which address: one that is left tells a later run
 * which page this one was at when it ended, and a page at which three runs ended is passed over. Marks lie beside the
 * content folder in `.cache/judging/`; `forget` gives pages that were passed over another try.
 */
export function openJudge(content: string, now: () => Date, forget: boolean): Judge {
  const folder = join(content, '..', '.cache', 'judging');
  if (forget) rmSync(folder, { recursive: true, force: true });
  const left = marksIn(folder);
  return (url, look) => {
    const { since, times } = left.get(url) ?? { since: now().toISOString(), times: 0 };
    if (times >= strikes)
      return failure(
        'E_PASSED_OVER',
        `Expected a page that can be read, got one at which ${times} runs ended since ${since}; --refresh tries it again`,
      );
    const file = join(folder, sha256Of(Buffer.from(url)));
    begin(folder, file, JSON.stringify({ url, since, times: times + 1 }));
    try {
      return judgeOnce(url, look);
    } finally {
      rmSync(file, { force: true });
    }
  };
}

/** A mark that cannot be written only costs what is known of a page that ends the run. */
function begin(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  } catch {}
}

/** Addresses at which runs ended, since when, and how many. */
function marksIn(folder: string): Map<string, { since: string; times: number }> {
  const marks = new Map<string, { since: string; times: number }>();
  for (const name of namesIn(folder)) {
    try {
      const { url, ...left } = mark.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      marks.set(url, left);
    } catch {}
  }
  return marks;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
