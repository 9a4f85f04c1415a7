import { z } from 'zod';
import { webAddress } from './link.ts';
import { day, language, names, sha256, slug } from './names.ts';
import { outlet } from './outlet.ts';
import { source } from './source.ts';
import {
  exchangeFlag,
  exchangeId,
  exchangeNumber,
  transcriptFlag,
  transcriptId,
  turn,
} from './transcript.ts';

const turnFields = {
  kind: turn.shape.kind.describe('What the turn is: statement, question or answer.'),
  label: turn.shape.label.describe(
    'Who speaks, as the page prints it, without its colon; null where it prints nobody.',
  ),
  speaker: turn.shape.speaker.describe(
    'The one name a person has on this page; null where nobody is named.',
  ),
  outlet: turn.shape.outlet.describe(
    'Id of the news organization of the asker; null where unknown.',
  ),
  text: z
    .string()
    .describe('The words, paragraphs joined by a line feed; no label, no stage note.'),
};

/** A turn without its tree. */
export const flatTurn = z.strictObject(turnFields);
export type FlatTurn = z.infer<typeof flatTurn>;

/** An exchange as one line of JSONL: a contract that other programs rely on. */
export const flatExchange = z.strictObject({
  id: exchangeId.describe('The exchange, for good: minted once and never used again.'),
  url: z.string().describe("Path of the exchange's page on the archive's site."),
  transcript: transcriptId.describe('The transcript that holds it.'),
  source: slug.describe('The website section that published the transcript.'),
  institution: slug.describe('The institution that answers.'),
  pageUrl: webAddress.describe('The page it came from.'),
  date: day.describe('The civil day at the place where the conference was held.'),
  language: language.describe('BCP 47 tag of the language of the published record.'),
  title: z.string().describe('Title of the page.'),
  n: exchangeNumber.describe(
    'Number within the transcript; 4a was inserted after 4. Order is that of the lines.',
  ),
  turns: z.array(flatTurn).describe('The turns, as read.'),
  parts: z
    .array(
      z.strictObject({
        question: z.string().describe('The words of one sub-question.'),
        answer: z.string().describe('The words that answer it; may be empty.'),
      }),
    )
    .describe('The sub-questions with what answers each; at least one.'),
  topics: z.array(slug).describe('Ids of the topics it is listed under, sorted.'),
  flags: z.array(exchangeFlag).describe('What the archive noticed about it.'),
});
export type FlatExchange = z.infer<typeof flatExchange>;

/** A turn as one line, with the exchange it stands in. */
export const flatTurnLine = z.strictObject({
  transcript: transcriptId.describe('The transcript that holds the turn.'),
  exchange: exchangeId.nullable().describe('The exchange it stands in; null for a statement.'),
  source: slug.describe('The website section that published the transcript.'),
  institution: slug.describe('The institution that answers.'),
  date: day.describe('The civil day at the place where the conference was held.'),
  language: language.describe('BCP 47 tag of the language of the published record.'),
  position: z.int().nonnegative().describe('Place of the turn in its transcript, from 0.'),
  ...turnFields,
});
export type FlatTurnLine = z.infer<typeof flatTurnLine>;

/** A transcript as one line: what is true of all its exchanges. */
export const flatTranscript = z.strictObject({
  id: transcriptId.describe('The transcript, for good.'),
  url: z.string().describe("Path of the transcript's page on the archive's site."),
  source: slug.describe('The website section that published it.'),
  institution: slug.describe('The institution that answers.'),
  briefing: z.string().describe('The event; other editions of the same event have the same.'),
  kind: z.enum(['conference', 'written-answer']).describe('Whether it was spoken or only written.'),
  date: day.describe('The civil day at the place where it was held.'),
  language: language.describe('BCP 47 tag of the language of the published record.'),
  title: z.string().describe('Title of the page.'),
  pageUrl: webAddress.describe('The page it came from.'),
  publisher: z.string().describe('Publisher as the page gives it.'),
  spokespersons: z.array(z.string()).describe('Those who answer, in order of first word.'),
  partial: z.boolean().describe('True where the page says that it is an extract.'),
  exchanges: z.int().nonnegative().describe('How many exchanges it has.'),
  versions: z.int().positive().describe('How many distinct wordings the archive has seen.'),
  sha256: sha256.describe('Digest of the latest capture.'),
  flags: z.array(transcriptFlag).describe('What the archive noticed about it.'),
});
export type FlatTranscript = z.infer<typeof flatTranscript>;

const id = slug.describe('The same as in the other tables and in the addresses of the site.');
const bothNames = names.describe('What the archive calls it, by language.');

/** An outlet as one line: what the ids in turns stand for. */
export const flatOutlet = z.strictObject({
  id,
  names: bothNames,
  place: outlet.shape.place.describe('ISO 3166-1 code, or CLDR territory, of its seat.'),
  kind: outlet.shape.kind.describe('What kind of news organization it is.'),
});
export type FlatOutlet = z.infer<typeof flatOutlet>;

/** A topic as one line: what the ids in exchanges stand for. */
export const flatTopic = z.strictObject({
  id,
  names: bothNames,
  parents: z.array(slug).describe('Ids of the topics that it is part of.'),
  related: z.array(slug).describe('Ids of topics that readers of this one may look for.'),
});
export type FlatTopic = z.infer<typeof flatTopic>;

/** A source as one line. */
export const flatSource = z.strictObject({
  id,
  names: bothNames,
  institution: slug.describe('The institution that answers.'),
  publisher: z.string().describe('Who publishes the pages.'),
  language: language.describe('BCP 47 tag of the language of its pages.'),
  timeZone: z.string().describe('IANA time zone of the place where conferences are held.'),
  statement: z.string().describe('What the publisher says about rights.'),
  rightsUrl: webAddress.nullable().describe('Where the publisher says it; null where unknown.'),
  redistribute: source.shape.rights.shape.redistribute.describe(
    'Whether the captures may be passed on: yes, no, unknown.',
  ),
});
export type FlatSource = z.infer<typeof flatSource>;
