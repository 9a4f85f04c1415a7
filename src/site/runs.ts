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
