import { z } from 'zod';
import { flatTranscript } from './flat.ts';
import { institution } from './institution.ts';
import { day, instant, names, sha256, slug } from './names.ts';
import { person } from './person.ts';
import { source } from './source.ts';
import { exchangeId, exchangeNumber, transcript, transcriptId, version } from './transcript.ts';

const path = z.string().startsWith('/').describe('A path below the site, of a page or of a file.');

const listed = z.strictObject({
  id: slug,
  names,
  url: path,
  exchanges: z.int().nonnegative().describe('How many exchanges are listed.'),
});

const listing = listed.extend({
  exchanges: z
    .array(z.strictObject({ id: exchangeId, url: path }))
    .describe('Every exchange that is listed, oldest first.'),
});

/** What each kind of file below `api/v1` holds, by the name of its published schema. */
export const apiSchemas = {
  'api-index': z.strictObject({
    title: names,
    description: names,
    url: z
      .string()
      .nullable()
      .describe('Where the site is served; null where it may stand anywhere.'),
    counts: z.strictObject({
      transcripts: z.int(),
      exchanges: z.int(),
      topics: z.int(),
      outlets: z.int(),
    }),
    lists: z.record(z.string(), path).describe('The lists of things, by what they list.'),
    transcripts: z.array(path).describe('The lists of transcripts, of each source and year one.'),
  }),
  'api-institutions': z.array(institution),
  'api-sources': z.array(source.omit({ profile: true })),
  'api-people': z.array(person),
  'api-calendar': z.array(z.strictObject({ date: day, transcripts: z.array(transcriptId) })),
  'api-list': z.array(listed),
  'api-listing': listing,
  'api-year': z.array(flatTranscript),
  'api-transcript': z.strictObject({
    transcript,
    topics: z.record(exchangeId, z.array(slug)).describe('Topic ids of each exchange, sorted.'),
  }),
  'api-wordings': z.strictObject({
    id: transcriptId,
    versions: z.array(
      z.strictObject({
        id: version.shape.id,
        digest: sha256,
        first: instant,
        last: instant,
        exchanges: z.record(exchangeNumber, z.string()).describe('All words that can be quoted.'),
        outside: z.string().describe('The same of what stands outside of exchanges.'),
      }),
    ),
  }),
};
