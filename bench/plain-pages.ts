import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Transcript, Turn } from '../src/model/transcript.ts';

/** A page as the floor and Hugo make it: a heading and lines, each with a label and perhaps a link. */
export interface PlainPage {
  /** Site path. */
  path: string;
  title: string;
  language: string;
  lines: { label: string; text: string; to?: string }[];
}

/** How many exchanges a listing of a plain site holds, as many as a leaf of ours. */
const listed = 40;

/**
 * The words of a content folder as plain pages: one for each exchange and transcript, and listings
 * of the exchanges until there are `count` pages. Read with nothing but JSON.parse.
 */
export function* plainPages(content: string, count: number): Generator<PlainPage> {
  let made = 0;
  const links: PlainPage['lines'] = [];
  for (const it of transcriptsIn(content)) {
    const { id, title, language, children } = it;
    const all: PlainPage['lines'] = [];
    for (const child of children) {
      if (child.type === 'note') continue;
      const lines = child.type === 'turn' ? linesOf(child) : child.children.flatMap(linesOf);
      all.push(...lines);
      if (child.type === 'turn') continue;
      yield { path: `/${child.id}/`, title: `${title} ${child.n}`, language, lines };
      links.push({ label: child.n, text: lines[0]?.text.slice(0, 80) ?? '', to: `/${child.id}/` });
      made += 1;
    }
    yield { path: `/${id}/`, title, language, lines: all };
    made += 1;
  }
  for (let page = 0; made < count; page++, made++) {
    const at = (page * listed) % Math.max(1, links.length);
    const lines = links.slice(at, at + listed);
    yield { path: `/list/${page}/`, title: `List ${page}`, language: 'en', lines };
  }
}

const linesOf = (turn: Turn | Transcript['children'][number]): PlainPage['lines'] =>
  turn.type === 'turn'
    ? turn.children.map(({ value }) => ({ label: turn.label ?? '', text: value }))
    : [];

function* transcriptsIn(content: string): Generator<Transcript> {
  const root = path.join(content, 'transcripts');
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const file of found.filter((name) => name.endsWith('.json')).sort())
    yield JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** How many bytes every plain page needs beside its words, so that `pages` of them come to `bytes`. */
export function fillerOf(content: string, pages: number, bytes: number): number {
  let words = 0;
  for (const { lines } of plainPages(content, pages))
    for (const { label, text, to = '' } of lines)
      words += Buffer.byteLength(label) + Buffer.byteLength(text) + to.length + 60;
  return Math.max(0, Math.round((bytes - words) / pages));
}
