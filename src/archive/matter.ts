import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { shown } from './reasons.ts';
import { type Report, readYaml, type Yaml } from './yaml.ts';

const markdown = unified().use(remarkParse).use(remarkFrontmatter);

/** A file's YAML, and the Markdown below it if it is front matter. */
export interface Matter {
  yaml: Yaml;
  markdown: string;
}

/** A Markdown file's YAML front matter and the text below it; undefined, and reported, without front matter. */
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
  return yaml && { yaml, markdown: text.slice(first.position?.end.offset).trim() };
}

/** A text until the line that may end its front matter: the rest is read where it is printed, if at all. */
function headOf(text: string): string {
  const end = /\n---[ \t]*(?=\r?\n|$)/.exec(text);
  return end ? text.slice(0, end.index + end[0].length) : text;
}
