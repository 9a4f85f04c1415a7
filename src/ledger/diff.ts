import { diffArrays } from 'diff';
import { inOrderShare, unitsOf } from './units.ts';

/** A run of characters that both wordings have, or only one of them. */
export interface Run {
  in: 'both' | 'before' | 'after';
  text: string;
}

/** A sentence, and how it reads in the two wordings: its runs, one where nothing changed. */
export interface SentenceChange {
  in: 'both' | 'before' | 'after';
  /** True where both wordings have it, in other words. */
  edited: boolean;
  runs: Run[];
}

/** From this share of units in the same order two sentences are one, reworded. */
const sameSentence = 0.4;

/**
 * What changed between two texts, sentence by sentence in reading order; a sentence that only the
 * older has stands where it stood. Inside a reworded one characters are compared in scripts without
 * spaces, words elsewhere. The `before` and `both` runs together are the older text, `after` and
 * `both` the newer, but for white space after sentences.
 */
export function diffSentences(before: string, after: string): SentenceChange[] {
  const runs = diffArrays(sentencesOf(before), sentencesOf(after), {
    comparator: (old, fresh) => old.trim() === fresh.trim(),
  });
  const changes: SentenceChange[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const { value, added, removed } = runs[at] ?? { value: [], added: false, removed: false };
    const next = runs[at + 1];
    if (removed && next?.added) {
      changes.push(...pairUp(value, next.value));
      at += 1;
    } else {
      changes.push(
        ...value.map((text) => whole(text, added ? 'after' : removed ? 'before' : 'both')),
      );
    }
  }
  return changes;
}

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

const whole = (text: string, side: Run['in']): SentenceChange => ({
  in: side,
  edited: false,
  runs: [{ in: side, text }],
});

/** Sentences that went and sentences that came: like ones are one sentence reworded, in order. */
function pairUp(before: string[], after: string[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  const rest = [...after];
  for (const old of before) {
    const units = unitsOf(old);
    const found = rest.findIndex((fresh) => inOrderShare(units, unitsOf(fresh)) >= sameSentence);
    const fresh = rest[found];
    if (fresh === undefined) {
      changes.push(whole(old, 'before'));
      continue;
    }
    changes.push(
      ...rest
        .splice(0, found + 1)
        .slice(0, -1)
        .map((text) => whole(text, 'after')),
    );
    changes.push({ in: 'both', edited: true, runs: diffWords(old, fresh) });
  }
  return [...changes, ...rest.map((text) => whole(text, 'after'))];
}

/** Cut after the marks that end a sentence and what closes it, and after lines; `1.5` is no end. */
const sentencesOf = (text: string): string[] => text.split(ends).filter((it) => it !== '');

const ends = /(?<=[。！？\n][”’"'）)》]*)(?![”’"'）)》])|(?<=[.!?][”’"')]*\s)(?=\S)/u;

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
