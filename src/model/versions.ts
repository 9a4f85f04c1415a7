import { z } from 'zod';
import { instant, sha256 } from './names.ts';
import { transcript, transcriptId, version } from './transcript.ts';

/** The words of one version, its exchanges with the numbers they have. */
export const versionText = z.strictObject({
  id: version.shape.id,
  digest: sha256,
  /** WARC-Dates of the first and the last capture that show it. */
  first: instant,
  last: instant,
  children: transcript.shape.children,
});
export type VersionText = z.infer<typeof versionText>;

/**
 * All wordings of a transcript that has more than one, in the order in which they were first seen:
 * the stored JSON of `content/versions/<source>/<year>/<date>.json`. Derived, as transcripts are.
 */
export const versions = z.strictObject({
  schemaVersion: z.literal(1),
  /** Transcript id. */
  id: transcriptId,
  versions: z.array(versionText).min(2),
});
export type Versions = z.infer<typeof versions>;
