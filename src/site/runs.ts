import type { Exchange, InlineSpan } from '../model/transcript.ts';

/** Where a part of an exchange has words: `turn` and `paragraph` count as in the model's span. */
export interface PartMark {
  part: string;
  side: 'question' | 'answer';
  turn: number;
  paragraph: number;
  start: number;
  end: number;
}

/** Characters of a paragraph that share one inline span, or none. */
export interface Piece {
  text: string;
  span: InlineSpan | null;
}

/** Characters of a paragraph that belong to one part, or to none. */
export interface Run {
  mark: PartMark | null;
  pieces: Piece[];
}

/** Where the parts of an exchange stand; empty where there is but one part, which needs no letter. */
export function partMarks(exchange: Exchange): PartMark[] {
  if (exchange.parts.length < 2) return [];
  return exchange.parts.flatMap((part) =>
    (['question', 'answer'] as const).flatMap((side) =>
      part[side].map((span) => ({ part: part.id, side, ...span })),
    ),
  );
}

/**
 * The mark that a reader sees where the words of a part's side are: its own, or the one that covers it, as
 * where one answer is given to two questions. Undefined where the side has no words.
 */
export function markShowing(
  marks: PartMark[],
  part: string,
  side: PartMark['side'],
): PartMark | undefined {
  const own = marks.filter(
    (mark) => mark.part === part && mark.side === side && mark.end > mark.start,
  );
  let shown = own.find((mark) => !coverOf(mark, marks)) ?? own[0];
  for (let cover = shown; cover; cover = coverOf(cover, marks)) shown = cover;
  return shown;
}

/** A mark that comes before another in the same paragraph and takes all of its words. */
function coverOf(mark: PartMark, marks: PartMark[]): PartMark | undefined {
  const at = marks.indexOf(mark);
  return marks.find(
    (other, index) =>
      other.turn === mark.turn &&
      other.paragraph === mark.paragraph &&
      (other.start < mark.start || (other.start === mark.start && index < at)) &&
      other.end >= mark.end,
  );
}

/** A paragraph cut at every border of a part and of an inline span; joined again it is `value`. */
export function runsOf(value: string, marks: PartMark[], spans: InlineSpan[] = []): Run[] {
  const ordered = [...marks].sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let at = 0;
  for (const mark of ordered) {
    const start = Math.max(at, mark.start);
    const end = Math.min(value.length, mark.end);
    if (end <= start) continue;
    runs.push(...run(value, at, start, null, spans), ...run(value, start, end, mark, spans));
    at = end;
  }
  return [...runs, ...run(value, at, value.length, null, spans)];
}

function run(
  value: string,
  start: number,
  end: number,
  mark: PartMark | null,
  spans: InlineSpan[],
): Run[] {
  if (start >= end) return [];
  const pieces: Piece[] = [];
  let at = start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, span.start);
    const to = Math.min(end, span.end);
    if (to <= from) continue;
    if (from > at) pieces.push({ text: value.slice(at, from), span: null });
    pieces.push({ text: value.slice(from, to), span });
    at = to;
  }
  if (at < end) pieces.push({ text: value.slice(at, end), span: null });
  return [{ mark, pieces }];
}
