import type { LastWords } from './ledger.ts';

/** What the address of an exchange, or of a transcript, says when the record of today does not show it. */
export type Tombstone =
  | {
      kind: 'removed';
      /** The last words, null where a better parser no longer reads the same bytes as an exchange. */
      words: LastWords | null;
      /** The last version that showed it, and the first that does not. */
      last: string;
      version: string;
      /** When `version` was first seen. */
      seen: string;
      /** Likeness of the exchange of `version` that is most like it. */
      score: number;
    }
  | {
      kind: 'merged';
      /** Id of the exchange that has its words: the one to send readers to. */
      into: string;
      version: string;
      seen: string;
      score: number;
    }
  | {
      kind: 'withheld';
      date: string;
      ground: string;
    };
