import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { countLetters } from './script.ts';
import { isHidden, isInvisible } from './visible.ts';

/** A child that holds this share of its parent's words is where the text is. */
const share = 0.7;

/** The nodes of the smallest element that holds most of a page's words: where a body is when no selector finds it. */
export function densestElement(root: Document): AnyNode[] {
  const words = new Map<Element, number>();
  let all = countInto(words, root);
  let at: Document | Element = root;
  for (;;) {
    const child: Element | undefined = at.children
      .filter(isTag)
      .find((one) => (words.get(one) ?? 0) >= share * all);
    if (!child || all === 0) return isTag(at) ? [at] : at.children;
    at = child;
    all = words.get(child) ?? 0;
  }
}

/** Letters outside links below each element, and below the node itself: navigation is links, a record is not. */
function countInto(words: Map<Element, number>, node: AnyNode): number {
  if (isText(node)) return countLetters(node.data);
  if (!('children' in node)) return 0;
  if (isTag(node) && (node.name === 'a' || isInvisible(node) || isHidden(node))) return 0;
  let count = 0;
  for (const child of node.children) count += countInto(words, child);
  if (isTag(node)) words.set(node, count);
  return count;
}
