import type { Turn } from './transcript.ts';

/** What was said in a turn: its paragraphs joined by `\n`, without label and notes. */
export function wordsOf(turn: Turn): string {
  return turn.children
    .filter((child) => child.type === 'paragraph')
    .map((child) => child.value)
    .join('\n');
}
