/** The next bytes of one of the files that an export writes. */
export interface Piece {
  /** Of the file, below the folder asked for, with `/`. */
  path: string;
  bytes: string | Uint8Array;
  /** Whether the file is whole with these. */
  last: boolean;
}
