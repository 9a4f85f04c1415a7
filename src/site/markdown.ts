import { toString as textOf } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { isOfSite, mayLink } from '../model/link.ts';
import { type Html, trusted } from './html.ts';

const reader = unified().use(remarkParse).use(remarkGfm);
// Raw HTML is dropped: what an archivist writes is text with structure, nothing that a policy forbids.
const printer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(() => withoutForeign)
  .use(rehypeStringify);

/** An element of a page, or what holds some. */
interface Part {
  type: string;
  properties?: Record<string, unknown>;
  children?: Part[];
}

/** Reading content/ has refused these already; a text that comes another way is printed no less safely. */
function withoutForeign({ properties, children = [] }: Part): void {
  if (properties?.href && !mayLink(String(properties.href))) delete properties.href;
  if (properties?.src && !isOfSite(String(properties.src))) delete properties.src;
  for (const child of children) withoutForeign(child);
}

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
