import type { Document } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';
import type { VFile } from 'vfile';
import { lineCounter } from './lines.ts';

/** More nested elements than any page seen (deepest: 38) and fewer than a call stack bears. */
const depthLimit = 1000;

/**
 * The tree of an HTML page, with the offset at which each node begins.
 *
 * htmlparser2, which cheerio reads with, in place of parse5: 4 times the pages a CPU second (257
 * against 62, 2026-11), and the two give the same words on all pages of the corpus. Fails at the first
 * element with 1,000 others around it: htmlparser2 takes the square of the depth.
 */
export function domOf(text: string, file: VFile): Document {
  const tree = new ShallowTree((offset) =>
    file.fail(`Expected at most ${depthLimit} elements around each other, got one more`, {
      ruleId: 'too-deep',
      source: 'read',
      place: lineCounter(text)(offset),
    }),
  );
  new Parser(tree).end(text);
  return tree.root;
}

/** Hands over the offset of the first element that stands too deep. */
class ShallowTree extends DomHandler {
  readonly #tooDeep: (offset: number) => void;

  constructor(tooDeep: (offset: number) => void) {
    super(undefined, { withStartIndices: true });
    this.#tooDeep = tooDeep;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    super.onopentag(name, attribs);
    if (this.tagStack.length > depthLimit) this.#tooDeep(this.tagStack.at(-1)?.startIndex ?? 0);
  }
}
