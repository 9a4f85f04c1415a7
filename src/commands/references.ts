import { transcriptFile } from '../archive/transcripts.ts';
import type { Reference } from '../capture/verify.ts';
import type { Transcript } from '../model/transcript.ts';

/** The captures that transcripts say they were read from. */
export const referencesOf = (transcripts: Transcript[]): Reference[] =>
  transcripts.flatMap(({ id, captures }) =>
    captures.map(({ sha256, url }) => ({ sha256, url, by: transcriptFile(id) })),
  );
