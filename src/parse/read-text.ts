import type { Block, Document } from '../model/document.ts';
import type { Page } from './page.ts';
import { countLetters } from './script.ts';

const headerLine = /^(title|url|author|content):(.*)$/;

/** Read a text file with the header `title: url: author: content:`; each line below it is a block. */
export function readText(page: Page): Document {
  const lines = page.text.split(/\r?\n/);
  const header: Record<string, string> = {};
  let titleAt = { line: 1, column: 1 };
  let at = 0;
  for (; at < lines.length; at++) {
    const found = headerLine.exec(lines[at] ?? '');
    if (!found) break;
    const [, name = '', value = ''] = found;
    header[name] = value.trim();
    if (name === 'title') titleAt = { line: at + 1, column: 1 };
    if (name !== 'content') continue;
    if (header.content === '') at++;
    else lines[at] = value.trim();
    break;
  }
  const blocks = lines.slice(at).flatMap((line, index) => blockOf(line, at + index + 1));
  const count = blocks.reduce((sum, block) => sum + countLetters(block.text), 0);
  return {
    url: page.url,
    title: header.title ?? '',
    titleAt,
    publisher: header.author || null,
    blocks,
    dropped: [],
    meta: {},
    coverage: { body: count, page: count },
  };
}

function blockOf(line: string, number: number): Block[] {
  const text = line.trim();
  if (text === '') return [];
  const column = line.indexOf(text) + 1;
  return [{ text, place: { line: number, column }, inlines: [], kind: 'paragraph' }];
}
