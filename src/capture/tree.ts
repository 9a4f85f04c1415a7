import { compile } from 'css-select';
import { type AnyNode, type Document, Element, isText } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';
import { metered } from '../model/page-limits.ts';

/** A page as a tree. */
export interface Tree {
  root: Document;
  /** All elements that a selector fits, in reading order; throws where the text is no selector. */
  all(selector: string): Element[];
}

/**
 * Reads a page or, with `xml`, a sitemap or feed; throws `TooMuch` before the tree grows too large.
 * cheerio's own search takes the square of a page's length.
 */
export function treeOf(text: string, { xml: xmlMode = false } = {}): Tree {
  const tree = new ListingTree(undefined, { xmlMode });
  // The parser knows neither DTD nor entities of a document's own, so that nothing is looked up.
  new Parser(metered(tree), { xmlMode }).end(text);
  const { root, elements } = tree;
  return {
    root,
    all: (selector) => elements.filter(compile<AnyNode, Element>(selector, { xmlMode })),
  };
}

/** Keeps a list of its elements, which spares a walk for each selector. */
class ListingTree extends DomHandler {
  readonly elements: Element[] = [];

  override onopentag(name: string, attribs: Record<string, string>): void {
    super.onopentag(name, attribs);
    const element = this.tagStack.at(-1);
    if (element instanceof Element) this.elements.push(element);
  }
}

/** The words below a node, as far as `most` characters. */
export function wordsOf(node: AnyNode, most: number): string {
  if (isText(node)) return node.data.slice(0, most);
  if (!('children' in node)) return '';
  let words = '';
  for (const child of node.children) {
    if (words.length >= most) break;
    words += wordsOf(child, most - words.length);
  }
  return words;
}
