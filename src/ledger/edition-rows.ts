import { diffArrays } from 'diff';
import type { EditionRow } from '../model/edition.ts';
import type { Passage } from '../model/passages.ts';
import { diffWords } from './diff.ts';
import { groupBy } from './group-by.ts';
import { bestPath } from './order.ts';
import { inOrderShare, unitsOf } from './units.ts';

/** From this share of words in order on, passages that differ have the same words, cut into other paragraphs. */
const cutOtherwise = 0.9;

/** How far the shares of two paragraphs of the whole may be apart for them to stand alone beside each other. */
const likeLength = 0.5;

/**
 * The passages of two editions of one exchange beside each other; null where they are the same.
 *
 * In one language by their words. Across languages paragraph by paragraph only where question and
 * answer have as many of them as the other edition, each of about the same share; else as a whole.
 */
export function editionRows(a: Passage[], b: Passage[], oneLanguage: boolean): EditionRow[] | null {
  if (!oneLanguage) return acrossLanguages(a, b);
  const same = a.length === b.length && a.every(({ value }, at) => value === b[at]?.value);
  return same ? null : byWords(a, b);
}

/** Equal passages in order first; then what stands between them by likeness. */
function byWords(a: Passage[], b: Passage[]): EditionRow[] {
  const equal = (one: Passage, other: Passage) =>
    one.kind === other.kind && one.value === other.value;
  const rows: EditionRow[] = [];
  let [left, right] = [0, 0];
  let gap: { a: number[]; b: number[] } = { a: [], b: [] };
  for (const { count = 0, added, removed } of diffArrays(a, b, { comparator: equal })) {
    const [ours, theirs] = [added ? 0 : count, removed ? 0 : count];
    const here = { a: range(left, left + ours), b: range(right, right + theirs) };
    [left, right] = [left + ours, right + theirs];
    if (added || removed) {
      gap = { a: [...gap.a, ...here.a], b: [...gap.b, ...here.b] };
      continue;
    }
    rows.push(...between(gap.a, gap.b, a, b));
    gap = { a: [], b: [] };
    rows.push(...here.a.map((at, nth) => rowOf([at], [here.b[nth] ?? 0], a, b)));
  }
  return [...rows, ...between(gap.a, gap.b, a, b)];
}

/** Passages that differ: the same words cut otherwise, reworded ones, or gaps on either side. */
function between(left: number[], right: number[], a: Passage[], b: Passage[]): EditionRow[] {
  if (left.length > 0 && right.length > 0) {
    const row = rowOf(left, right, a, b);
    if (row.score >= cutOtherwise) return [row];
  }
  const units = (at: number, list: Passage[]) => unitsOf(list[at]?.value ?? '');
  const score = (nth: number, other: number) => {
    const [one, two] = [left[nth] ?? 0, right[other] ?? 0];
    return a[one]?.kind === b[two]?.kind ? inOrderShare(units(one, a), units(two, b)) : 0;
  };
  const { sure } = bestPath(left.length, right.length, score);
  const ends = [...sure, { old: left.length, new: right.length }];
  return ends.flatMap((pair, nth) => {
    const { old, new: other } = sure[nth - 1] ?? { old: -1, new: -1 };
    const [ours, theirs] = [left[pair.old], right[pair.new]];
    return [
      ...left.slice(old + 1, pair.old).map((at) => ({ a: [at], b: [], score: 0 })),
      ...right.slice(other + 1, pair.new).map((at) => ({ a: [], b: [at], score: 0 })),
      ...(ours === undefined || theirs === undefined ? [] : [rowOf([ours], [theirs], a, b)]),
    ];
  });
}

function rowOf(left: number[], right: number[], a: Passage[], b: Passage[]): EditionRow {
  const [ours, theirs] = [textOf(left, a), textOf(right, b)];
  const score = inOrderShare(unitsOf(ours), unitsOf(theirs));
  const row = { a: left, b: right, score: rounded(score) };
  return ours === theirs ? row : { ...row, runs: diffWords(ours, theirs) };
}

function acrossLanguages(a: Passage[], b: Passage[]): EditionRow[] {
  const [ours, theirs] = [blocksOf(a), blocksOf(b)];
  const kinds = (blocks: Block[]) => blocks.map(({ kind }) => kind).join();
  if (kinds(ours) !== kinds(theirs)) return [besides([...a.keys()], [...b.keys()], a, b)];
  return ours.flatMap((block, at) => blockRows(block.places, theirs[at]?.places ?? [], a, b));
}

function blockRows(left: number[], right: number[], a: Passage[], b: Passage[]): EditionRow[] {
  const rows = left.map((at, nth) => {
    const other = right[nth];
    return besides([at], other === undefined ? [] : [other], a, b, left, right);
  });
  const alike = left.length === right.length && rows.every(({ score }) => score >= likeLength);
  return alike ? rows : [besides(left, right, a, b)];
}

/** A row across languages; its score says how alike the shares of the whole are that its sides take. */
function besides(
  left: number[],
  right: number[],
  a: Passage[],
  b: Passage[],
  allLeft: number[] = left,
  allRight: number[] = right,
): EditionRow {
  const share = (places: number[], all: number[], list: Passage[]) =>
    textOf(places, list).length / Math.max(1, textOf(all, list).length);
  const [ours, theirs] = [share(left, allLeft, a), share(right, allRight, b)];
  const score = Math.min(ours, theirs) / Math.max(ours, theirs, Number.EPSILON);
  return { a: left, b: right, score: rounded(score) };
}

/** Passages of one kind that follow each other, by their places. */
interface Block {
  kind: Passage['kind'];
  places: number[];
}

function blocksOf(passages: Passage[]): Block[] {
  let block = 0;
  const blocks = groupBy(passages.keys(), (at) => {
    if (at > 0 && passages[at]?.kind !== passages[at - 1]?.kind) block += 1;
    return block;
  });
  return [...blocks.values()].map((places) => ({
    kind: passages[places[0] ?? 0]?.kind ?? 'note',
    places,
  }));
}

const textOf = (places: number[], passages: Passage[]): string =>
  places.map((at) => passages[at]?.value ?? '').join('\n');

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const rounded = (score: number): number => Math.round(score * 1000) / 1000;
