import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import type { Catalogue } from './catalogue.ts';
import { lectern } from './eleventy.ts';
import { countOf, type Sheets } from './select.ts';

/** A page as Eleventy gives it. */
export interface Rendered {
  /** Below the output folder. */
  file: string;
  content: string;
}

/**
 * One run of Eleventy: a page for each of the sheets, by the templates of a folder. A run that gives fewer
 * pages than it was given sheets found no templates, or passed one over, and throws.
 */
export async function renderSheets(
  catalogue: Catalogue,
  sheets: Sheets,
  templates: string,
  output: string,
): Promise<Rendered[]> {
  const eleventy = new Eleventy(templates, output, {
    configPath: '',
    quietMode: true,
    config: (config) => lectern(config, catalogue, sheets),
  });
  eleventy.disableLogger();
  const pages = await eleventy.toJSON();
  const expected = countOf(sheets);
  if (pages.length !== expected) {
    const got = `got \`${pages.length} pages\``;
    throw new Error(`Expected ${expected} pages from the templates in ${templates}, ${got}`);
  }
  return pages.map(({ outputPath, content }) => ({
    file: path.relative(output, path.resolve(outputPath)),
    content,
  }));
}
