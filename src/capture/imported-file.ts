import type { FileWindow } from './file-window.ts';
import type { NewCapture } from './new-capture.ts';
import type { OnFault } from './read-warc.ts';

/** A file to be imported. */
export interface ImportedFile {
  path: string;
  window: FileWindow;
  /** The first bytes, enough to tell its form. */
  head: Buffer;
  /** `--url`: the address of a page that does not name its own. */
  url?: string;
  /** When the run started: WARC-Date of a page of which nobody says when it was saved. */
  started: string;
  /** `--date`: when the page was saved. */
  date?: string;
}

/** A capture in a file, or an address whose content is no page, with the reason. */
export type Found = { capture: NewCapture; offset: number } | Skipped;
/** An address in a file whose content is no page. */
export interface Skipped {
  url: string;
  skipped: string;
  offset: number;
}

/** One form that files come in. */
export interface Form {
  /** What a file of this form is, for messages. */
  name: string;
  fits(head: Buffer): boolean;
  /**
   * What is in the file, in its order. Throws where the file as a whole cannot be read; single faults
   * go to `onFault`.
   */
  read(file: ImportedFile, onFault: OnFault): AsyncIterable<Found>;
}
