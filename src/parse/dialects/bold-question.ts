import type { ProfileInput } from '../../model/profile.ts';
import { english } from './english.ts';

/**
 * A bold paragraph is a question, the plain paragraphs behind it are its answer; there is no label.
 *
 * European Central Bank. Class C: known from other projects' code, no page seen.
 */
export const boldQuestion = {
  ...english,
  shapes: ['bold'],
  kinds: [{ kind: 'conference', title: '(?:with|and) Q&A' }, ...english.kinds],
} satisfies ProfileInput;
