import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { countLetters } from './script.ts';

const invisibleTags = new Set(
  'script style noscript template iframe object svg head textarea'.split(' '),
);
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether browsers show nothing of an element whatever its style: what it holds is no text of the page. */
export const isInvisible = ({ name }: Element): boolean => invisibleTags.has(name);

/** Whether the page hides an element that browsers would show: its text is left out and reported. */
export const isHidden = ({ attribs }: Element): boolean =>
  'hidden' in attribs || (attribs.style !== undefined && hiddenStyle.test(attribs.style));

/** What a reader sees below some nodes, tags joined without a space. */
export function visibleText(nodes: AnyNode[]): string {
  let text = '';
  for (const node of nodes)
    if (isText(node)) text += node.data;
    else if ('children' in node && !(isTag(node) && (isInvisible(node) || isHidden(node))))
      text += visibleText(node.children);
  return text;
}

/** How many letters and digits a reader sees below some nodes. */
export function visibleLetters(nodes: AnyNode[]): number {
  let count = 0;
  for (const node of nodes)
    if (isText(node)) count += countLetters(node.data);
    else if ('children' in node && !(isTag(node) && (isInvisible(node) || isHidden(node))))
      count += visibleLetters(node.children);
  return count;
}
