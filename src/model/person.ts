import { z } from 'zod';
import { names, slug } from './names.ts';

/** Somebody who answers for an institution; those who ask have no entry. */
export const person = z.strictObject({
  id: slug,
  names,
  /** Other ways a page prints the name. */
  aliases: z.array(z.string().min(1)).default([]),
  institution: slug,
});
export type Person = z.infer<typeof person>;

/** The shape of `content/people.yaml`. */
export const people = z.array(person);
