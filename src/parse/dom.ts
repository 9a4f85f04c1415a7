import { type Document, Element } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';
import type { VFile } from 'vfile';
import { lineCounter } from './lines.ts';
import { countLetters } from './script.ts';
import { isHidden, isInvisible } from './visible.ts';

/** More nested elements than any page seen (deepest: 38) and fewer than a call stack bears. */
const depthLimit = 1000;

/** What one reading of a page's HTML gives. */
export interface Dom {
  root: Document;
  /** In reading order. */
  elements: Element[];
  /** Letters and digits that a reader sees. */
  visible: number;
}

/**
 * The tree of an HTML page, with the offset at which each node begins.
 *
 * htmlparser2, which cheerio reads with, in place of parse5: 4 times the pages a CPU second (257
 * against 62, 2026-11), and the two give the same words on all pages of the corpus. Fails at the first
 * element with 1,000 others around it: htmlparser2 takes the square of the depth.
 */
export function domOf(text: string, file: VFile): Dom {
  const tree = new ShallowTree((offset) =>
    file.fail(`Expected at most ${depthLimit} elements around each other, got one more`, {
      ruleId: 'too-deep',
      source: 'read',
      place: lineCounter(text)(offset),
    }),
  );
  new Parser(tree).end(text);
  return tree;
}

/** Looks at elements while they are read, which spares a walk; hands over the offset of the first that stands too deep. */
class ShallowTree extends DomHandler implements Dom {
  readonly elements: Element[] = [];
  visible = 0;
  readonly #tooDeep: (offset: number) => void;
  /** How many open elements stand in one that is not seen, itself counted. */
  #unseen = 0;

  constructor(tooDeep: (offset: number) => void) {
    super(undefined, { withStartIndices: true });
    this.#tooDeep = tooDeep;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    super.onopentag(name, attribs);
    const element = this.tagStack.at(-1);
    if (!(element instanceof Element)) return;
    this.elements.push(element);
    if (this.#unseen > 0 || isInvisible(element) || isHidden(element)) this.#unseen += 1;
    if (this.tagStack.length > depthLimit) this.#tooDeep(element.startIndex ?? 0);
  }

  override onclosetag(): void {
    if (this.#unseen > 0) this.#unseen -= 1;
    super.onclosetag();
  }

  override ontext(data: string): void {
    if (this.#unseen === 0) this.visible += countLetters(data);
    super.ontext(data);
  }
}
