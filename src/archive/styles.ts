import { basename } from 'node:path';
import type { Style } from '../model/style.ts';
import { filesIn, readText } from './folder.ts';
import type { Report } from './yaml.ts';

/** What makes a file a style that can set a bibliography, in the order in which a reader meets it. */
const needs = [
  [/<style\b[^>]*xmlns="http:\/\/purl\.org\/net\/xbiblio\/csl"/, 'Expected a CSL style'],
  [/<title>[^<]+<\/title>/, 'Expected a CSL style with a <title>'],
  [/<bibliography\b/, 'Expected a CSL style with a <bibliography>'],
  [
    /^(?:(?!rel="independent-parent")[\s\S])*$/,
    'Expected a whole CSL style, not one that names its parent',
  ],
] as const;

/** The citation styles that an archivist put into `content/styles`, by id. */
export async function readStyles(content: string, report: Report): Promise<Style[]> {
  const styles: Style[] = [];
  for (const file of filesIn(content, 'styles', '.csl')) {
    const csl = await readText(content, file, report);
    if (csl === undefined) continue;
    const missing = needs.find(([pattern]) => !pattern.test(csl));
    if (missing) {
      report({
        file,
        line: 1,
        column: 1,
        reason: `${missing[1]}, got \`${csl.slice(0, 40).trim()}\``,
      });
    } else {
      const name = /<title>([^<]+)<\/title>/.exec(csl)?.[1] ?? '';
      styles.push({ id: basename(file, '.csl'), name: name.trim(), csl });
    }
  }
  return styles;
}
