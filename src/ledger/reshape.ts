import { containment, type Weigh } from './likeness.ts';
import type { Sight } from './sight.ts';

/** An exchange whose words are spread over two or more of the other list, in reading order. */
export interface Spread {
  whole: number;
  pieces: number[];
  /** The piece that has most of the whole's question: it is the one that continues the whole. */
  heir: number;
}

/** The share of a piece's words, on each side, that the whole must hold. */
const held = 0.5;

/**
 * Find exchanges of one list that are two or more of the other: splits, or merges the other way.
 *
 * Both question and answer of a piece must come from the whole, so that a formula shared by two
 * answers makes no piece; and pieces must not be each other, so that two look-alikes of one
 * exchange stay rivals for its number. Where `wholeOf` names a whole that asks what a part asks, word
 * for word, the part is a piece of no other.
 */
export function spreads(
  wholes: Map<number, Sight>,
  parts: Map<number, Sight>,
  weigh: Weigh,
  wholeOf: Map<number, number>,
): Spread[] {
  const inside = (part: Sight, whole: Sight) => pieceShare(part, whole, weigh) >= held;
  const claimed = new Set<number>();
  return [...wholes].flatMap(([at, whole]) => {
    const pieces: [number, Sight][] = [];
    for (const [nth, part] of parts) {
      if (claimed.has(nth) || (wholeOf.get(nth) ?? at) !== at) continue;
      const repeats = pieces.some(([, known]) => inside(part, known) || inside(known, part));
      if (!repeats && inside(part, whole)) pieces.push([nth, part]);
    }
    if (pieces.length < 2) return [];
    for (const [nth] of pieces) claimed.add(nth);
    return [{ whole: at, pieces: pieces.map(([nth]) => nth), heir: heirOf(whole, pieces, weigh) }];
  });
}

function heirOf(whole: Sight, pieces: [number, Sight][], weigh: Weigh): number {
  const asked = pieces.map(
    ([, piece]) => containment(whole.question, [piece.question], weigh) ?? 0,
  );
  return pieces[asked.indexOf(Math.max(...asked))]?.[0] ?? 0;
}

/** How much of a piece comes from a whole: the lesser of question and answer, of those it has. */
export function pieceShare(part: Sight, whole: Sight, weigh: Weigh): number {
  const outer = [whole.question, whole.answer];
  const shares = [part.question, part.answer].flatMap(
    (side) => containment(side, outer, weigh) ?? [],
  );
  return shares.length === 0 ? 0 : Math.min(...shares);
}
