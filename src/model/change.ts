/** Which of two wordings shows something. */
export type Side = 'both' | 'before' | 'after';

/** A run of characters that both wordings have, or only one of them. */
export interface Run {
  in: Side;
  text: string;
}

/** Where a sentence stands in its wording: what it is, and the turn and paragraph, counted from 0. */
export interface Place {
  role: 'label' | 'question' | 'answer' | 'statement' | 'note';
  turn: number;
  paragraph: number;
}

/** A sentence, a label or a note, and how it reads in the two wordings: one run where nothing changed. */
export interface SentenceChange {
  in: Side;
  /** True where both wordings have it, in other words. */
  edited: boolean;
  runs: Run[];
  /** Null where that wording does not have it. */
  before: Place | null;
  after: Place | null;
}

/** What became of one exchange between two versions of a transcript. */
export interface ExchangeChange {
  n: string;
  in: Side;
  edited: boolean;
  /** Whether it stands elsewhere among those that both show. */
  moved: boolean;
  /** All its words in reading order, labels and notes among them. */
  sentences: SentenceChange[];
}

/** What changed between two versions of a transcript. */
export interface VersionChange {
  /** In the order of the newer; one that only the older shows stands after the one it stood after. */
  exchanges: ExchangeChange[];
  /** What was said or noted outside of any exchange, in reading order. */
  outside: SentenceChange[];
}
