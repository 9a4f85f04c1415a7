import type { Correction } from '../model/correction.ts';
import type { Profile } from '../model/profile.ts';
import type { Source } from '../model/source.ts';
import type { OutletIndex } from './outlet.ts';

/** A capture decoded: what a parser reads. */
export interface Page {
  url: string;
  /** `text/html`, `text/markdown` or `text/plain`. */
  mediaType: string;
  text: string;
  /** Path of the capture, for the places in messages. */
  path?: string;
  /** SHA-256 of the capture's bytes: what a correction was made for. */
  sha256?: string;
}

/** What else a parser needs to know, all of it state of the archive. */
export interface ParseContext {
  source: Source;
  /** The source's rules merged over its dialect's. */
  profile: Profile;
  outlets: OutletIndex;
  /** The correction of this page, if there is one, and the file that holds it, for messages. */
  correction?: Correction & { file: string };
}
