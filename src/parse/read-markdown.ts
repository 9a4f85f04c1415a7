import type { Nodes, PhrasingContent, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Document } from '../model/document.ts';
import { mayLink } from '../model/link.ts';
import { BlockBuilder } from './block-builder.ts';
import type { Page } from './page.ts';
import { countLetters } from './script.ts';

const matter = z.looseObject({ title: z.string().optional() });
const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

/** Read a briefing published as Markdown with YAML front matter; its scalars become the named values. */
export function readMarkdown(page: Page): Document {
  const tree = markdown.parse(page.text);
  const builder = new BlockBuilder();
  visit(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      for (const child of node.children) append(child, builder);
      builder.close(node.type);
      return SKIP;
    }
    if (node.type === 'tableCell') for (const child of node.children) append(child, builder);
    else if (node.type === 'code' || node.type === 'html') appendRaw(node, node.value, builder);
    else if (node.type === 'thematicBreak') appendRaw(node, '***', builder);
    else return undefined;
    builder.close(node.type === 'tableCell' ? 'cell' : 'paragraph');
    return SKIP;
  });
  const meta = matterOf(tree);
  const count = builder.blocks.reduce((sum, block) => sum + countLetters(block.text), 0);
  return {
    url: page.url,
    title: meta.title ?? '',
    titleAt: { line: lineOfTitle(page.text), column: 1 },
    publisher: null,
    blocks: builder.blocks,
    dropped: [],
    meta,
    coverage: { body: count, page: count },
  };
}

/** The line of the front matter that gives the title, or the first. */
function lineOfTitle(text: string): number {
  const at = text.split('\n').findIndex((line) => line.startsWith('title:'));
  return Math.max(at, 0) + 1;
}

function append(node: PhrasingContent, builder: BlockBuilder): void {
  if (node.type === 'break') builder.close('paragraph');
  else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html')
    appendRaw(node, node.value, builder);
  else if ('children' in node) {
    const kind = node.type === 'strong' ? 'bold' : node.type === 'link' ? 'link' : 'emphasis';
    builder.mark(kind, node.type === 'link' && mayLink(node.url) ? node.url : undefined);
    for (const child of node.children) append(child, builder);
    builder.unmark();
  } else if ('alt' in node && node.alt) appendRaw(node, node.alt, builder);
}

function appendRaw(node: Nodes, text: string, builder: BlockBuilder): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  builder.append(text, (offset) => ({ line, column: column + offset }));
}

function matterOf(tree: Root): Record<string, string> {
  const front = tree.children.find((node) => node.type === 'yaml');
  const values = matter.parse(front ? (parseYaml(front.value) ?? {}) : {});
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}
