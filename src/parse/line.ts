import type { Block, Inline } from '../model/document.ts';
import { type Candidate, labelsAt } from './label.ts';
import type { Rules } from './rules.ts';

/** A block, or the part of one in which one speaker speaks, with the labels that it may begin with. */
export interface Line extends Block {
  /** Whether the text, or the label at least, stands in bold. */
  bold: 'all' | 'start' | 'none';
  labels: Candidate[];
}

/** A line is bold where no more than these characters are not: closing punctuation, a space. */
const bareMost = 3;

/** A block as a line. */
export function lineOf(block: Block, rules: Rules): Line {
  return { ...block, bold: boldOf(block), labels: labelsAt(block.text, rules) };
}

/** The blocks that a block falls into at some ascending UTF-16 offsets, each with its own inline runs and place. */
export function cut(block: Block, offsets: number[]): Block[] {
  const edges = [0, ...offsets, block.text.length];
  const runs = [...block.inlines];
  let open: Inline[] = [];
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? start;
    const whole = block.text.slice(start, end);
    const text = whole.trim();
    const first = runs.findIndex((run) => run.start >= end);
    const here = [...open, ...runs.splice(0, first === -1 ? runs.length : first)];
    open = here.filter((run) => run.end > end);
    if (text === '') return [];
    const from = start + whole.indexOf(text);
    return [
      {
        ...block,
        text,
        place: { line: block.place.line, column: block.place.column + from },
        inlines: inlinesWithin(here, from, from + text.length),
      },
    ];
  });
}

/** Inline runs clipped to a range and counted from its start. */
export function inlinesWithin(inlines: Inline[], from: number, to: number): Inline[] {
  return inlines
    .filter((inline) => inline.start < to && inline.end > from)
    .map((inline) => ({
      ...inline,
      start: Math.max(inline.start, from) - from,
      end: Math.min(inline.end, to) - from,
    }));
}

function boldOf({ text, inlines }: Block): Line['bold'] {
  let reached = 0;
  let bare = 0;
  for (const { kind, start, end } of inlines) {
    if (kind !== 'bold' || end <= reached) continue;
    bare += Math.max(0, start - reached);
    reached = end;
  }
  if (reached === 0 || !/[\p{L}\p{N}]/u.test(text)) return 'none';
  if (bare + text.length - reached <= bareMost) return 'all';
  return inlines.some(({ kind, start }) => kind === 'bold' && start <= 1) ? 'start' : 'none';
}
