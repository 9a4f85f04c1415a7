import { toString as textOf } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { type Html, trusted } from './html.ts';

const reader = unified().use(remarkParse).use(remarkGfm);
// Raw HTML is dropped: what an archivist writes is text with structure, nothing that a policy forbids.
const printer = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);

/** Markdown of the archive's own as markup; raw HTML in it is left out. */
export const markup = remembered(
  (markdown: string): Html => trusted(String(printer.processSync(markdown))),
);

/** The first paragraph of a Markdown text, without its marks. */
export const plain = remembered((markdown: string): string => {
  const first = reader.parse(markdown).children.find(({ type }) => type === 'paragraph');
  return first ? textOf(first).replace(/\s+/g, ' ') : '';
});

/** A topic's description is on every leaf of its listing: it is read once. */
function remembered<Result>(read: (markdown: string) => Result): (markdown: string) => Result {
  const known = new Map<string, Result>();
  return (markdown) => {
    const result = known.get(markdown) ?? read(markdown);
    known.set(markdown, result);
    return result;
  };
}
