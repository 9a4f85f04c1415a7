import type { AnyNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import type { Block, Dropped } from '../model/document.ts';
import { BlockBuilder } from './block-builder.ts';
import { placesMost } from './split.ts';
import { isHidden, isInvisible } from './visible.ts';

const blockTags = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
);
const headingTag = /^h[1-6]$/;
const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

interface Options {
  /** Elements that a rule keeps out, with the rule's name. */
  dropped: Map<Element, string>;
  place: (offset: number) => Block['place'];
  /** Address that links are relative to. */
  url: string;
}

/** The visible words below some elements, as blocks in reading order, and those that rules drop. */
export function walk(roots: AnyNode[], options: Options): { blocks: Block[]; dropped: Dropped[] } {
  const builder = new BlockBuilder();
  const dropped: Dropped[] = [];
  const placeOf = (node: AnyNode, offset = 0) => options.place((node.startIndex ?? 0) + offset);

  const visit = (node: AnyNode, language?: string): void => {
    // More blocks than that are refused when speakers are told: the rest need not be read.
    if (builder.blocks.length > placesMost) return;
    if (isText(node)) builder.append(node.data, (offset) => placeOf(node, offset));
    else if (isTag(node) && !isInvisible(node)) visitElement(node, language);
  };
  const visitElement = (element: Element, outer?: string): void => {
    const rule = options.dropped.get(element) ?? (isHidden(element) ? 'hidden' : undefined);
    if (rule !== undefined) {
      const text = textOf(element);
      if (text !== '') dropped.push({ rule, text, place: placeOf(element) });
      return;
    }
    const language = element.attribs.lang || outer;
    const isBlock = blockTags.has(element.name);
    if (isBlock) builder.close('paragraph', outer);
    const mark = markOf(element, options.url);
    if (mark) builder.mark(mark.kind, mark.url);
    for (const child of element.children) visit(child, language);
    if (isBlock) builder.close(kindOf(element), language);
    if (mark) builder.unmark();
  };
  for (const root of roots) visit(root);
  builder.close('paragraph');
  return { blocks: builder.blocks, dropped };
}

const textOf = (element: Element): string =>
  walk(element.children, emptyOptions)
    .blocks.map((block) => block.text)
    .join(' ');
const emptyOptions: Options = {
  dropped: new Map(),
  place: () => ({ line: 1, column: 1 }),
  url: '',
};

const kindOf = (element: Element): Block['kind'] =>
  headingTag.test(element.name) ? 'heading' : element.name === 'td' ? 'cell' : 'paragraph';

function markOf(
  element: Element,
  base: string,
): { kind: 'bold' | 'emphasis' | 'link'; url?: string } | null {
  const { name, attribs } = element;
  if (name === 'b' || name === 'strong' || boldStyle.test(attribs.style ?? ''))
    return { kind: 'bold' };
  if (name === 'i' || name === 'em' || name === 'u') return { kind: 'emphasis' };
  const href = name === 'a' ? attribs.href : undefined;
  if (href === undefined || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) ? { kind: 'link', url: url.href } : null;
}
