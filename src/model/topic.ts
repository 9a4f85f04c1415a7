import { z } from 'zod';
import { names, slug } from './names.ts';

/** Front matter of `content/topics/<id>.md`. */
export const topicMatter = z.strictObject({
  id: slug,
  names,
  /** Words whose presence places an exchange here, by language of the record (`zh`, `en`). */
  phrases: z.record(z.enum(['zh', 'en']), z.array(z.string().min(1))),
});

/** A subject with declared phrases; its page lists exchanges. */
export interface Topic extends z.infer<typeof topicMatter> {
  /** The neutral description, as Markdown. */
  description: string;
  /** Path below content/, for messages. */
  path: string;
}

/** Why an exchange is listed under a topic. */
export interface Placement {
  topic: string;
  exchange: string;
  /** Each phrase that placed it and the side that held it. */
  reasons: { phrase: string; side: 'question' | 'answer' }[];
}
