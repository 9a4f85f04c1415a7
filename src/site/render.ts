import Eleventy from '@11ty/eleventy';
import type { Catalogue } from './catalogue.ts';
import { lectern, templatesFolder } from './eleventy.ts';
import { countOf, portionsOf, type Sheets } from './select.ts';

/** How many pages one run of Eleventy renders: more take more memory, fewer more time. */
const portionSize = 8000;

/** Writes the wanted pages of the catalogue below `folder` and says how many. */
export async function render(
  catalogue: Catalogue,
  folder: string,
  wanted: (path: string) => boolean = () => true,
): Promise<number> {
  let pages = 0;
  for (const portion of portionsOf(catalogue.sheets, wanted, portionSize)) {
    pages += await renderPortion(catalogue, portion, folder);
  }
  return pages;
}

/** A run that writes fewer pages than it was given found no templates, or passed one over. */
async function renderPortion(
  catalogue: Catalogue,
  sheets: Sheets,
  folder: string,
): Promise<number> {
  const eleventy = new Eleventy(templatesFolder, folder, {
    configPath: '',
    quietMode: true,
    config: (config) => lectern(config, catalogue, sheets),
  });
  eleventy.disableLogger();
  const [, written] = await eleventy.write();
  const expected = countOf(sheets);
  if (written.length !== expected) {
    const got = `got \`${written.length} pages\``;
    throw new Error(`Expected ${expected} pages from the templates in ${templatesFolder}, ${got}`);
  }
  return written.length;
}
