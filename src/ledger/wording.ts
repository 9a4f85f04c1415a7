import { createHash } from 'node:crypto';
import type { Draft, DraftExchange } from '../model/draft.ts';
import type { Turn } from '../model/transcript.ts';
import { once } from './once.ts';

type Child = Draft['children'][number] | Turn['children'][number];

/**
 * The words of any stretch of a transcript as one line: labels and values in reading order.
 *
 * White space is not wording: a template that sets the same words in other paragraphs changes
 * nothing. Runs of it count as one space, and as none next to a character that needs none (CJK).
 */
export function wording(children: Child[]): string {
  return children
    .flatMap(printed)
    .join(' ')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(needless, '')
    .trim();
}

/** The words of one exchange as one line. */
export const exchangeWording = once((exchange: DraftExchange): string => wording([exchange]));

/** SHA-256 of a wording: what makes a version, and what citations quote. */
export const wordingDigest = once((children: Child[]): string =>
  createHash('sha256').update(wording(children)).digest('hex'),
);

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`;
const needless = new RegExp(`(?<=${wide}) | (?=${wide})`, 'gu');

function printed(child: Child): string[] {
  if (child.type === 'paragraph' || child.type === 'note') return [child.value];
  const inner = child.children.flatMap(printed);
  return child.type === 'turn' && child.label !== null ? [child.label, ...inner] : inner;
}
