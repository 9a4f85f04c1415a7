import { compile } from 'css-select';
import type { AnyNode, Element } from 'domhandler';

type Test = (element: Element) => boolean;

/** Selectors of a profile, each compiled once: compiling for every page took a sixth of the time of reading. */
export class Selectors {
  readonly #tests = new Map<string, Test>();

  /** Whether an element fits; throws where the text is no selector. */
  test(selector: string): Test {
    const known = this.#tests.get(selector) ?? compile<AnyNode, Element>(selector);
    this.#tests.set(selector, known);
    return known;
  }
}
