import { passagesOf } from './passages.ts';
import type { Exchange } from './transcript.ts';

/** All words of an exchange that can be quoted: its paragraphs and notes joined by `\n`, no label. */
export const quotable = ({ children }: Pick<Exchange, 'children'>): string =>
  passagesOf(children)
    .map(({ value }) => value)
    .join('\n');
