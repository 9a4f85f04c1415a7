import type { Span, Turn } from '../model/transcript.ts';

/** A paragraph of a turn with the indexes that a span names it by. */
export interface Passage {
  turn: number;
  paragraph: number;
  text: string;
}

/** A place in a list of passages. */
export interface Spot {
  passage: number;
  /** UTF-16 offset. */
  at: number;
}

/** The paragraphs of an exchange's turns of a kind, among the turns with these indexes. */
export function passagesOf(
  turns: Turn[],
  indexes: number[],
  kind: 'question' | 'answer',
): Passage[] {
  return indexes.flatMap((index) => {
    const turn = turns[index];
    if (turn?.kind !== kind) return [];
    return turn.children
      .filter((child) => child.type === 'paragraph')
      .map((child, paragraph) => ({ turn: index, paragraph, text: child.value }));
  });
}

/** Spans from one spot up to another, or to the end. */
export function between(passages: Passage[], from: Spot, to?: Spot): Span[] {
  return passages.flatMap(({ turn, paragraph, text }, index) => {
    if (index < from.passage || (to && index > to.passage)) return [];
    const start = index === from.passage ? from.at : 0;
    const end = to && index === to.passage ? to.at : text.length;
    return end > start ? [{ turn, paragraph, start, end }] : [];
  });
}

/** The spans of whole passages. */
export const whole = (passages: Passage[]): Span[] => between(passages, { passage: 0, at: 0 });

/** Each spot up to the next one, the last to the end. */
export const segments = (passages: Passage[], spots: Spot[]): Span[][] =>
  spots.map((spot, index) => between(passages, spot, spots[index + 1]));

/** The words of some spans of passages. */
export const wordsAt = (passages: Passage[], spans: Span[]): string =>
  spans
    .map(({ turn, paragraph, start, end }) =>
      passages
        .find((one) => one.turn === turn && one.paragraph === paragraph)
        ?.text.slice(start, end),
    )
    .join('');
