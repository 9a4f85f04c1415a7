import assert from 'node:assert/strict';
import { load } from 'cheerio';
import { toString as wordsOfNode } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Document } from '../../src/model/document.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Page } from '../../src/parse/page.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

/** Letters and digits, the words of a text whatever stands between them. */
export const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Assert that every word of a page's body is in exactly one place: in the transcript, in the order of
 * the page, or in a line that a named rule left out.
 */
export function assertConserved(
  page: Page,
  document: Document,
  draft: Draft | null,
  bodies: string[],
): void {
  const left = document.dropped.map(({ rule, text, place }) => {
    assert.match(rule, /^[a-z0-9-]+$/, `Expected a rule's name, got \`${rule}\``);
    return { text: letters(text), place };
  });
  if (draft)
    assertInterleaved(
      letters(wordsOf(document)),
      letters(wordsIn(draft)),
      left.map(({ text }) => text),
    );
  if (page.mediaType === 'text/plain') return;
  const body = bodyText(page, bodies);
  if (body === null) {
    const whole = letters(load(page.text)('body').text());
    assert.ok(
      whole.includes(letters(wordsOf(document))),
      'Expected one run of the page to be read',
    );
    return;
  }
  const inBlocks = letters(wordsOf(document)).length + outsideBlocks(document);
  assert.equal(inBlocks, letters(body).length, 'Expected every letter of the body to be read');
}

/** Words of the blocks and of what selectors dropped from the body before it was read. */
const wordsOf = ({ blocks }: Document): string => blocks.map(({ text }) => text).join('\n');

/** Letters of dropped elements: those whose words stand in no block. */
function outsideBlocks({ blocks, dropped }: Document): number {
  const places = new Set(blocks.map(({ place }) => `${place.line}:${place.column}`));
  return dropped
    .filter(
      ({ place, text }) =>
        !places.has(`${place.line}:${place.column}`) &&
        !blocks.some((block) => block.text.includes(text)),
    )
    .reduce((sum, { text }) => sum + letters(text).length, 0);
}

function wordsIn(draft: Draft): string {
  const words: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('label' in node && typeof node.label === 'string') words.push(node.label);
    if ('value' in node && typeof node.value === 'string') words.push(node.value);
    if ('children' in node && Array.isArray(node.children))
      for (const child of node.children) visit(child);
  };
  visit(draft);
  return words.join('\n');
}

/** `whole` is `kept` with the pieces of `left` in it, each once and in order. */
function assertInterleaved(whole: string, kept: string, left: string[]): void {
  let [at, of, next] = [0, 0, 0];
  while (at < whole.length) {
    if (whole[at] === kept[of] && !startsLeft(whole, at, kept, of, left[next])) {
      at += 1;
      of += 1;
      continue;
    }
    while (next < left.length && !whole.startsWith(left[next] ?? '', at)) next += 1;
    const piece = left[next];
    assert.ok(
      piece,
      `Expected \`${whole.slice(at, at + 30)}\` in transcript or left out, got neither`,
    );
    at += piece.length;
    next += 1;
  }
  assert.equal(of, kept.length, `Expected nothing twice, got \`${kept.slice(of, of + 30)}\` again`);
}

/** Whether a piece left out begins here and the words kept go on behind it. */
const startsLeft = (
  whole: string,
  at: number,
  kept: string,
  of: number,
  piece: string | undefined,
): boolean =>
  piece !== undefined &&
  piece !== '' &&
  whole.startsWith(piece, at) &&
  !kept.startsWith(piece, of) &&
  whole.slice(at + piece.length, at + piece.length + 20) === kept.slice(of, of + 20);

/** The body as a reader sees it, by another way than the parser's: what scripts and styles hold is taken out; null where no selector finds one. */
function bodyText(page: Page, bodies: string[]): string | null {
  if (page.mediaType === 'text/markdown') {
    const tree = markdown.parse(page.text);
    return tree.children.map((node) => (node.type === 'yaml' ? '' : wordsOfNode(node))).join('\n');
  }
  const $ = load(page.text, { xml: { xmlMode: false, decodeEntities: true } });
  for (const selector of bodies) {
    const found = $(selector).filter((_, element) => $(element).text().trim() !== '');
    if (found.length === 0) continue;
    found.find('script, style, noscript, template, iframe, object, svg, textarea').remove();
    return found
      .toArray()
      .filter((element) => !$(element).parents().is(found))
      .map((element) => $(element).text())
      .join('\n');
  }
  return null;
}
