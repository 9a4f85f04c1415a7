import type { Element } from 'domhandler';
import type { Selectors } from './selectors.ts';

/** The elements of a page, which selectors of its profile look at in reading order. */
export class Survey {
  readonly #elements: Element[];
  readonly #selectors: Selectors;

  constructor(elements: Element[], selectors: Selectors) {
    this.#elements = elements;
    this.#selectors = selectors;
  }

  /** The first element that a selector of the profile fits. */
  first(selector: string): Element | undefined {
    return this.#elements.find(this.#selectors.test(selector));
  }

  /** All elements that a selector of the profile fits, in reading order. */
  all(selector: string): Element[] {
    return this.#elements.filter(this.#selectors.test(selector));
  }
}
