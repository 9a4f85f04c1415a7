import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { countLetters } from './script.ts';
import type { Selectors } from './selectors.ts';
import { isHidden, isInvisible } from './visible.ts';

/** What one walk over a page finds; selectors then look at its elements in reading order. */
export class Survey {
  readonly #elements: Element[] = [];
  readonly #selectors: Selectors;
  /** Letters and digits that a reader sees. */
  visible = 0;

  constructor(root: Document, selectors: Selectors) {
    this.#selectors = selectors;
    this.#visit(root, true);
  }

  /** The first element that a selector of the profile fits. */
  first(selector: string): Element | undefined {
    return this.#elements.find(this.#selectors.test(selector));
  }

  /** All elements that a selector of the profile fits, in reading order. */
  all(selector: string): Element[] {
    return this.#elements.filter(this.#selectors.test(selector));
  }

  #visit(node: AnyNode, shows: boolean): void {
    if (isText(node)) {
      if (shows) this.visible += countLetters(node.data);
      return;
    }
    if (!('children' in node)) return;
    let below = shows;
    if (isTag(node)) {
      this.#elements.push(node);
      below &&= !isInvisible(node) && !isHidden(node);
    }
    for (const child of node.children) this.#visit(child, below);
  }
}
