import { z } from 'zod';
import { names, slug, type UiLanguage } from './names.ts';
import { pattern } from './profile.ts';
import { exchangeId } from './transcript.ts';

/** A language that topics have words in; records in others are placed by hand only. */
export const topicLanguage = z.enum(['zh', 'en']);
export type TopicLanguage = z.infer<typeof topicLanguage>;

const word = z.string().min(2);

/** What makes a phrase count, and how much. */
const terms = {
  /** Strength of one occurrence in a short question or answer; in a longer one it is less. */
  weight: z.number().positive().max(10).default(1),
  /** Required company: counts only in an exchange that also says one of these. */
  with: z.array(word).min(1).optional(),
  /** Counts only in an exchange that says none of these. */
  without: z.array(word).min(1).optional(),
};

/**
 * A sign of a topic. A bare text is a phrase of weight 1. Chinese phrases match as substrings;
 * Latin ones as whole words in any case, or, ending in `*`, as beginnings of words.
 */
export const cue = z.union([
  word,
  z.strictObject({ phrase: word, ...terms }),
  z.strictObject({ pattern, ...terms }),
]);
export type Cue = z.infer<typeof cue>;

/** The phrase of a cue, or its pattern, as written. */
export const phraseOf = (cue: Cue): string =>
  typeof cue === 'string' ? cue : 'phrase' in cue ? cue.phrase : cue.pattern;

/** Front matter of `content/topics/<id>.md`. */
export const topicMatter = z.strictObject({
  id: slug,
  names,
  /** Topics that this one is part of; a topic with parts is of the upper level. */
  parents: z.array(slug).optional(),
  /** Topics that readers of this one may look for; said once, it holds both ways. */
  related: z.array(slug).optional(),
  /** ISO 3166-1 code: the names that CLDR has for it are phrases too. */
  territory: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Expected an ISO 3166-1 code such as JP')
    .optional(),
  /** UN M49 codes, or ISO 3166-1 ones, which win: the territories that CLDR counts among them are parts of this topic. */
  regions: z
    .array(z.string().regex(/^(?:\d{3}|[A-Z]{2})$/, 'Expected a UN M49 code such as 035'))
    .optional(),
  /** What places an exchange here, by language of the record. */
  phrases: z.partialRecord(topicLanguage, z.array(cue)),
  /** Longer phrases inside which this topic's phrases do not count. */
  except: z.partialRecord(topicLanguage, z.array(word)).optional(),
});

/** A subject with declared phrases; its page lists exchanges. */
export interface Topic extends z.infer<typeof topicMatter> {
  /** The neutral description, as Markdown: Chinese, a line `***`, English; see `descriptionIn`. */
  description: string;
  /** Path below content/, for messages. */
  path: string;
}

/** One block of `content/placements.yaml`: a placement by hand, which wins over words. */
export const handPlacement = z.strictObject({
  exchange: exchangeId,
  topic: slug,
  /** Whether the topic lists the exchange. */
  listed: z.boolean(),
  /** Why the words are not enough; shown to readers. */
  why: z.string().min(1),
});
export type HandPlacement = z.infer<typeof handPlacement>;

/** Words that placed an exchange. */
export interface Reason {
  /** The phrase or pattern as the topic declares it. */
  phrase: string;
  /** Which says it; the title of the briefing only where neither side names any topic. */
  side: 'question' | 'answer' | 'title';
  /** How often it is said there. */
  times: number;
  /** Its share of the placement's strength. */
  strength: number;
}

/** Why an exchange is listed under a topic. */
export interface Placement {
  topic: string;
  exchange: string;
  /** Sum of the reasons' strengths; by words it is at least 0.9, by hand it may be 0. */
  strength: number;
  /** The strongest first, then by phrase. */
  reasons: Reason[];
  /** Why it was placed by hand, if it was. */
  hand?: string;
}

/** A topic's description in one language, as Markdown; all of it where it is not divided. */
export function descriptionIn({ description }: Topic, language: UiLanguage): string {
  const [chinese = '', english] = description.split(/^\*\*\*$/mu);
  return (language === 'en' ? (english ?? chinese) : chinese).trim();
}
