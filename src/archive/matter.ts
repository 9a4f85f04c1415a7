import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { safeMarkdown } from './markdown-links.ts';
import { shown } from './reasons.ts';
import { type Report, readYaml, type Yaml } from './yaml.ts';

const markdown = unified().use(remarkParse).use(remarkFrontmatter);

/** A file's YAML, and the Markdown below it if it is front matter. */
export interface Matter {
  yaml: Yaml;
  markdown: string;
}

/**
 * A Markdown file's YAML front matter and the text below it; undefined, and reported, without front matter.
 * Links and pictures that no page may carry are reported, and only their words are in the text.
 */
export function readMatter(text: string, file: string, report: Report): Matter | undefined {
  const [first] = markdown.parse(headOf(text)).children;
  if (first?.type !== 'yaml') {
    const got = text.trim() === '' ? 'nothing' : shown(text.trimStart().split('\n', 1)[0]);
    report({
      file,
      line: 1,
      column: 1,
      reason: `Expected front matter between two lines of ---, got ${got}`,
    });
    return undefined;
  }
  const yaml = readYaml(first.value, file, report, 2);
  const below = text.slice(first.position?.end.offset);
  const { markdown: safe, faults } = safeMarkdown(below.trim());
  const before = text.slice(0, text.length - below.trimStart().length);
  const skipped = before.split('\n').length - 1;
  for (const { line, column, reason } of faults)
    report({ file, line: line + skipped, column, reason });
  return yaml && { yaml, markdown: safe };
}

/** A text until the line that may end its front matter: the rest is read where it is printed, if at all. */
function headOf(text: string): string {
  const end = /\n---[ \t]*(?=\r?\n|$)/.exec(text);
  return end ? text.slice(0, end.index + end[0].length) : text;
}
