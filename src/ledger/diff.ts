import { diffArrays } from 'diff';
import type { Place, Run, SentenceChange } from '../model/change.ts';
import type { Sentence } from './sentences.ts';
import { inOrderShare, unitsOf } from './units.ts';

/** From this share of units in the same order two sentences are one, reworded. */
const sameSentence = 0.4;

/**
 * What changed between two lists of sentences, in reading order; a sentence that only the older has
 * stands where it stood. Inside a reworded one characters are compared in scripts without spaces,
 * words elsewhere. Only sentences of one role are compared: a question never becomes an answer.
 */
export function diffSentences(before: Sentence[], after: Sentence[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  const rest = { before: [...before], after: [...after] };
  const runs = diffArrays(before, after, { comparator: alike });
  for (let at = 0; at < runs.length; at += 1) {
    const { count = 0, added, removed } = runs[at] ?? {};
    const next = runs[at + 1];
    if (removed && next?.added) {
      changes.push(...pairUp(rest.before.splice(0, count), rest.after.splice(0, next.count)));
      at += 1;
      continue;
    }
    const olds = added ? [] : rest.before.splice(0, count);
    const news = removed ? [] : rest.after.splice(0, count);
    for (let nth = 0; nth < count; nth += 1) changes.push(...whole(olds[nth], news[nth]));
  }
  return changes;
}

const alike = (old: Sentence, fresh: Sentence): boolean =>
  old.role === fresh.role && old.text.trim() === fresh.text.trim();

/** What changed between two texts in characters or words; tiny remainders between changes count as changed. */
export function diffWords(before: string, after: string): Run[] {
  const runs = diffArrays(tokensOf(before), tokensOf(after)).map(
    ({ value, added, removed }): Run => ({
      in: added ? 'after' : removed ? 'before' : 'both',
      text: value.join(''),
    }),
  );
  return tidy(runs);
}

/** A sentence that stands unchanged in one wording, or in both. */
function whole(old: Sentence | undefined, fresh: Sentence | undefined): SentenceChange[] {
  const it = old ?? fresh;
  if (!it) return [];
  const side = old && fresh ? 'both' : old ? 'before' : 'after';
  return [change(side, [{ in: side, text: it.text }], old, fresh)];
}

function change(
  side: SentenceChange['in'],
  runs: Run[],
  old: Sentence | undefined,
  fresh: Sentence | undefined,
): SentenceChange {
  const edited = side === 'both' && runs.some((run) => run.in !== 'both');
  return { in: side, edited, runs, before: placeOf(old), after: placeOf(fresh) };
}

const placeOf = (it: Sentence | undefined): Place | null =>
  it ? { role: it.role, turn: it.turn, paragraph: it.paragraph } : null;

/** Sentences that went and sentences that came: like ones are one sentence reworded, in order. */
function pairUp(before: Sentence[], after: Sentence[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  const rest = [...after];
  for (const old of before) {
    const found = rest.findIndex((fresh) => isReworded(old, fresh));
    const fresh = rest[found];
    if (fresh === undefined) {
      changes.push(...whole(old, undefined));
      continue;
    }
    const skipped = rest.splice(0, found + 1).slice(0, -1);
    changes.push(...skipped.flatMap((it) => whole(undefined, it)));
    changes.push(change('both', diffWords(old.text, fresh.text), old, fresh));
  }
  return [...changes, ...rest.flatMap((it) => whole(undefined, it))];
}

/** Labels stand for each other whatever they say; other words must be alike. */
function isReworded(old: Sentence, fresh: Sentence): boolean {
  if (old.role !== fresh.role) return false;
  if (old.role === 'label') return true;
  return inOrderShare(unitsOf(old.text), unitsOf(fresh.text)) >= sameSentence;
}

const tokensOf = (text: string): string[] => text.match(tokens) ?? [];

const noSpaces = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const tokens = new RegExp(
  `[${noSpaces}]|(?:(?![${noSpaces}])[\\p{L}\\p{N}\\p{M}])+|[^\\p{L}\\p{N}]`,
  'gu',
);

/** A single letter or mark that happens to stay between two changes is no island to read. */
function tidy(runs: Run[]): Run[] {
  const folded = runs.flatMap((run, at): Run[] => {
    const between = at > 0 && at < runs.length - 1;
    const island = run.in === 'both' && between && [...run.text].length < 2;
    return island
      ? [
          { in: 'before', text: run.text },
          { in: 'after', text: run.text },
        ]
      : [run];
  });
  const tidied: Run[] = [];
  let gap = { before: '', after: '' };
  const close = () => {
    if (gap.before !== '') tidied.push({ in: 'before', text: gap.before });
    if (gap.after !== '') tidied.push({ in: 'after', text: gap.after });
    gap = { before: '', after: '' };
  };
  for (const run of folded) {
    if (run.in === 'both') {
      close();
      tidied.push(run);
    } else gap[run.in] += run.text;
  }
  close();
  return tidied;
}
