import type { SentenceChange } from '../../src/model/change.ts';
import { type Html, html } from '../../src/site/html.ts';

/** Which of two versions a column shows. */
export type Column = 'before' | 'after';

/** One version's words: turns, their paragraphs, and in them what only this version has. */
export function turnsIn(sentences: SentenceChange[], column: Column, language: string): Html[] {
  const own = sentences.filter((it) => it[column]);
  return chunked(own, (it) => it[column]?.turn).map((turn) => {
    const role = turn.map((it) => it[column]?.role).find((it) => it !== 'label') ?? 'answer';
    const paragraphs = chunked(turn, (it) => it[column]?.paragraph).map((paragraph) => {
      const words = paragraph.map((it) => wordsIn(it, column));
      const [first] = paragraph;
      if (first?.[column]?.role === 'label') return html`<div class="label">${words}</div>\n`;
      return html`<p${first?.[column]?.role === 'note' && html` class="note"`}>${words}</p>\n`;
    });
    const kind = role === 'note' ? 'answer' : role;
    return html`<div class="turn ${kind} rec" lang="${language}">${paragraphs}</div>\n`;
  });
}

/** Neighbours with the same key, together. */
function chunked<T>(list: T[], keyOf: (it: T) => unknown): T[][] {
  const chunks: T[][] = [];
  for (const [at, it] of list.entries()) {
    const before = list[at - 1];
    if (before !== undefined && keyOf(before) === keyOf(it)) chunks.at(-1)?.push(it);
    else chunks.push([it]);
  }
  return chunks;
}

const wordsIn = ({ runs }: SentenceChange, column: Column): Html[] =>
  runs
    .filter((run) => run.in === 'both' || run.in === column)
    .map(({ in: side, text }) => {
      if (side === 'both') return html`${text}`;
      return side === 'before' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
    });
