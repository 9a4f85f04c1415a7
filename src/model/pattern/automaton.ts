import type { Piece } from './read-pattern.ts';

/** The characters of a pattern as places, and from which place a match goes on to which. */
export interface Automaton {
  /** Which of the sample characters each place takes, a bit for each. */
  takes: bigint[];
  /** How many ways lead from a place to the next, by place. */
  next: Map<number, number>[];
  /** For a place in a repetition the power of ten of the most rounds, 0 elsewhere. */
  rounds: number[];
}

/** Rounds of a repetition without an end, as a power of ten: a long paragraph. */
const endless = 4;

/** Repetitions of fewer rounds are written out. */
const writtenOut = 10;

/** Most places that are looked at. */
const mostPlaces = 1500;

interface Span {
  isEmpty: boolean;
  first: number[];
  last: number[];
}

/** The automaton of a pattern, and those of what it looks for before and behind; null where it is too long. */
export function automataOf(
  piece: Piece,
  isAnchored: boolean,
  samplesOf: (set: string) => bigint,
): Automaton[] | null {
  const looks: Piece[] = [];
  const built = build(piece, isAnchored, samplesOf, looks);
  const all = [built, ...looks.map((look) => build(look, true, samplesOf, looks))];
  return all.some((it) => it === null) ? null : all.flatMap((it) => it ?? []);
}

function build(
  whole: Piece,
  isAnchored: boolean,
  samplesOf: (set: string) => bigint,
  looks: Piece[],
): Automaton | null {
  const automaton: Automaton = { takes: [], next: [], rounds: [] };
  const { takes, next, rounds } = automaton;
  const place = (set: string): number => {
    takes.push(samplesOf(set));
    next.push(new Map());
    rounds.push(0);
    return takes.length - 1;
  };
  const join = (from: number[], to: number[]) => {
    for (const one of from)
      for (const other of to) next[one]?.set(other, (next[one]?.get(other) ?? 0) + 1);
  };
  const empty: Span = { isEmpty: true, first: [], last: [] };
  const inTurn = (spans: Span[]): Span =>
    spans.reduce((before, span) => {
      join(before.last, span.first);
      return {
        isEmpty: before.isEmpty && span.isEmpty,
        first: before.isEmpty ? [...before.first, ...span.first] : before.first,
        last: span.isEmpty ? [...before.last, ...span.last] : span.last,
      };
    }, empty);
  const loop = (piece: Piece, least: number, power: number): Span => {
    const start = takes.length;
    const span = spanOf(piece);
    join(span.last, span.first);
    // Rounds that must be gone through may each be empty: any of them.
    if (span.isEmpty && least >= writtenOut) join(span.last, span.first);
    for (let at = start; at < takes.length; at += 1) rounds[at] = Math.max(rounds[at] ?? 0, power);
    return { ...span, isEmpty: least === 0 || span.isEmpty };
  };
  function spanOf(piece: Piece): Span {
    if (takes.length > mostPlaces) return empty;
    if (piece.kind === 'set') {
      const at = place(piece.set);
      return { isEmpty: false, first: [at], last: [at] };
    }
    if (piece.kind === 'look') {
      looks.push(piece.piece);
      return empty;
    }
    if (piece.kind === 'sequence') return inTurn(piece.pieces.map(spanOf));
    if (piece.kind === 'either') {
      const spans = piece.pieces.map(spanOf);
      return {
        isEmpty: spans.some(({ isEmpty }) => isEmpty),
        first: spans.flatMap(({ first }) => first),
        last: spans.flatMap(({ last }) => last),
      };
    }
    const { least, most } = piece;
    if (most >= writtenOut)
      return loop(piece.piece, least, most === Infinity ? endless : Math.log10(most));
    const spans = Array.from({ length: most }, (_, at) => {
      const span = spanOf(piece.piece);
      return at < least ? span : { ...span, isEmpty: true };
    });
    return inTurn(spans);
  }
  // A pattern that is not tied to the beginning is looked for from every place of a text.
  const anywhere: Piece = {
    kind: 'repeat',
    piece: { kind: 'set', set: '[^]' },
    least: 0,
    most: Infinity,
  };
  spanOf(isAnchored ? whole : { kind: 'sequence', pieces: [anywhere, whole] });
  return takes.length > mostPlaces ? null : automaton;
}
