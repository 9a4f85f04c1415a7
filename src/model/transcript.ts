import { z } from 'zod';
import { captureRef } from './capture.ts';
import { mayLink, webAddress } from './link.ts';
import { day, instant, language, sha256, slug } from './names.ts';

/** `5`, `4a` (inserted after 4), `0a` (before 1): minted once, never re-used. */
export const exchangeNumber = z.string().regex(/^\d+[a-z]*$/);

/** `<source>/<date>`, with `-2` for a second conference that day and `-w` for written answers. */
export const transcriptId = z.string().regex(/^[a-z0-9-]+\/\d{4}-\d{2}-\d{2}(?:-(?:\d+|w\d*))?$/);

/** `<transcript>/<n>`: at the same time the path of the exchange's page. */
export const exchangeId = z
  .string()
  .regex(/^[a-z0-9-]+\/\d{4}-\d{2}-\d{2}(?:-(?:\d+|w\d*))?\/\d+[a-z]*$/);

/** Emphasis, link or stage direction in a paragraph, by UTF-16 offsets into `value`. */
export const inlineSpan = z.strictObject({
  kind: z.enum(['emphasis', 'link', 'direction']),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  url: z.string().refine(mayLink, 'Expected an address of the web').optional(),
});
export type InlineSpan = z.infer<typeof inlineSpan>;

/** Words somebody said, plain text; `language` only where it differs from the transcript's. */
export const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  value: z.string(),
  spans: z.array(inlineSpan).optional(),
  language: language.optional(),
});
export type Paragraph = z.infer<typeof paragraph>;

/** Words of the record that nobody said: `(Laughter.)`, 会后，有记者问. */
export const note = z.strictObject({
  type: z.literal('note'),
  value: z.string(),
  spans: z.array(inlineSpan).optional(),
  language: language.optional(),
});
export type Note = z.infer<typeof note>;

/** One speaker, uninterrupted. */
export const turn = z.strictObject({
  type: z.literal('turn'),
  kind: z.enum(['statement', 'question', 'answer']),
  /** As printed, without its colon; null where the page printed none. */
  label: z.string().nullable(),
  /** The one name a person has on this page; null where nobody is named. */
  speaker: z.string().nullable(),
  /** Outlet id; null where none is given or the label is unknown. */
  outlet: slug.nullable(),
  children: z.array(z.discriminatedUnion('type', [paragraph, note])),
});
export type Turn = z.infer<typeof turn>;

/** A run of an exchange's words: `turn` counts the exchange's turns and `paragraph` the turn's paragraphs, both from 0 and without notes; offsets are UTF-16. */
export const span = z.strictObject({
  turn: z.int().nonnegative(),
  paragraph: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Span = z.infer<typeof span>;

/** One sub-question with the spans that answer it; either list may be empty. */
export const part = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  question: z.array(span),
  answer: z.array(span),
});
export type Part = z.infer<typeof part>;

/** What the archive noticed about an exchange; facts, not judgements. */
export const exchangeFlag = z.enum([
  'slight', // a question of a few words and its reply: left out of listings, feeds and sitemap
  'no-answer', // a question that the record leaves without an answer
  'no-question', // an answer that the record gives without a question
  'same-asker', // who opens it asked in the exchange before, under the same label
  'lost-label', // a turn whose label the page lost, recognised by what follows
  'damaged-text', // characters that were destroyed before the page reached us
]);
export type ExchangeFlag = z.infer<typeof exchangeFlag>;

/** A question and all that answers it. */
export const exchange = z.strictObject({
  type: z.literal('exchange'),
  id: exchangeId,
  n: exchangeNumber,
  parts: z.array(part).min(1),
  flags: z.array(exchangeFlag),
  children: z.array(z.discriminatedUnion('type', [turn, note])),
});
export type Exchange = z.infer<typeof exchange>;

/** What the archive noticed about a transcript; facts, not judgements. */
export const transcriptFlag = z.enum([
  'date-disagrees', // title, body, meta and URL name different days
  'year-inferred', // the winning date rule gave no year, another one did
  'damaged-text',
  'corrected-by-hand', // a file in content/corrections changed how blocks are read
  'vanished', // the page is gone from its site
]);
export type TranscriptFlag = z.infer<typeof transcriptFlag>;

/** One distinct wording of a transcript and the captures that show it, oldest first. */
export const version = z.strictObject({
  id: z.string().regex(/^v[1-9]\d*$/),
  /** SHA-256 of the wording: labels and values in reading order. */
  digest: sha256,
  captures: z.array(sha256).min(1),
});
export type Version = z.infer<typeof version>;

/** One source's published record of one briefing: the stored JSON. */
export const transcript = z.strictObject({
  type: z.literal('transcript'),
  schemaVersion: z.literal(1),
  id: transcriptId,
  source: slug,
  institution: slug,
  /** `<institution>/<date>`: groups the editions of one event. */
  briefing: z.string(),
  kind: z.enum(['conference', 'written-answer']),
  language,
  /** The civil day at the place where it was held. */
  date: day,
  dateFrom: z.enum(['title', 'body', 'meta', 'url']),
  title: z.string().min(1),
  url: webAddress,
  publisher: z.string(),
  /** Those who answer for the institution, in order of first word. */
  spokespersons: z.array(z.string()),
  /** True where the page says that it is an extract. */
  partial: z.boolean(),
  captures: z.array(captureRef).min(1),
  versions: z.array(version).min(1),
  flags: z.array(transcriptFlag),
  /** Where the page is gone: since when that is known, when it was last seen, the status that came instead. */
  vanished: z
    .strictObject({ since: instant, last: instant.nullable(), status: z.int() })
    .optional(),
  children: z.array(z.discriminatedUnion('type', [turn, exchange, note])),
});
export type Transcript = z.infer<typeof transcript>;
