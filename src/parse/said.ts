import type { Block } from '../model/document.ts';
import type { Note, Paragraph } from '../model/transcript.ts';
import type { Role } from './role.ts';

/** One speaker, uninterrupted, before turns are paired into exchanges. */
export interface SaidTurn {
  type: 'turn';
  /** Null where no label and no type tells who speaks: an opening or closing statement. */
  role: (Omit<Role, 'end' | 'kind'> & { kind: Role['kind'] }) | null;
  /** Whether the page lost the label and type or place told the role. */
  lostLabel: boolean;
  /** Whether characters of it were destroyed before the page reached us. */
  damaged: boolean;
  children: (Paragraph | Note)[];
  place: Block['place'];
}

/** A line that nobody speaks; `closing` ends the exchange before it. */
export interface SaidNote {
  type: 'note';
  note: Note;
  closing: boolean;
}

/** Here the exchange at hand ends, though no line says so. */
export interface SaidBreak {
  type: 'break';
}

/** What a page says, in reading order. */
export type Said = SaidTurn | SaidNote | SaidBreak;
