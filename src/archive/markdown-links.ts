import type { Definition, Image, Link, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isOfSite, mayLink } from '../model/link.ts';
import { shown } from './reasons.ts';

const reader = unified().use(remarkParse).use(remarkGfm);

/** An address in a Markdown text that no page may carry; line and column from 1. */
export interface LinkFault {
  line: number;
  column: number;
  reason: string;
}

/**
 * A Markdown text without links that run code or lead into the reader's machine, and without pictures
 * of other hosts, which would tell them who reads; their words stay. And where those were.
 */
export function safeMarkdown(markdown: string): { markdown: string; faults: LinkFault[] } {
  if (!mayHold.test(markdown)) return { markdown, faults: [] };
  const tree = reader.parse(markdown);
  const pictured = picturesOf(tree);
  const faults: LinkFault[] = [];
  let safe = '';
  let done = 0;
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const reason = reasonOf(node, pictured);
    if (reason === null || !node.position) return;
    const { start, end } = node.position;
    faults.push({ line: start.line, column: start.column, reason });
    // What lies within one that is replaced is replaced with it.
    if ((start.offset ?? 0) < done) return;
    safe += markdown.slice(done, start.offset);
    safe += node.type === 'definition' ? '' : textOf(node).replace(punctuation, '\\$&');
    done = end.offset ?? done;
  });
  return { markdown: safe + markdown.slice(done), faults };
}

/** What every link, picture and definition has some of; most texts have none and are not parsed. */
const mayHold = /\]\s*[(:[]|<[a-z][a-z\d+.-]*:/i;

const punctuation = /[!-/:-@[-`{-~]/g;

/** The definitions that a picture is made by. */
function picturesOf(tree: Root): ReadonlySet<string> {
  const found = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void found.add(identifier));
  return found;
}

function reasonOf(node: Definition | Image | Link, pictured: ReadonlySet<string>): string | null {
  const isPicture =
    node.type === 'image' || (node.type === 'definition' && pictured.has(node.identifier));
  if (isPicture && !isOfSite(node.url))
    return `Expected a picture of this site, got ${shown(node.url)}`;
  return mayLink(node.url)
    ? null
    : `Expected a link to http, https, mailto or a place of this site, got ${shown(node.url)}`;
}
