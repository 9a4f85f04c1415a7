import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import type { Catalogue } from './catalogue.ts';
import { collectGarbage } from './collect-garbage.ts';
import { lectern, templatesFolder } from './eleventy.ts';
import { countOf, portionsOf, type Sheets } from './select.ts';
import type { Stage } from './stage.ts';

/**
 * How many exchanges one run of Eleventy renders, which holds them all until its end. At 65,000 exchanges
 * runs of 2,000 to 8,000 took the same time; what a run held came to 55 KB a page.
 */
const portionSize = 4000;

/** Stages the wanted pages of the catalogue and says how many. */
export async function render(
  catalogue: Catalogue,
  stage: Stage,
  wanted: (path: string) => boolean = () => true,
): Promise<number> {
  let pages = 0;
  for (const portion of portionsOf(catalogue.sheets, wanted, portionSize)) {
    pages += await renderPortion(catalogue, portion, stage);
    collectGarbage();
  }
  return pages;
}

/**
 * Eleventy gives the pages and the stage writes those whose bytes differ. A run that gives fewer pages
 * than it was given sheets found no templates, or passed one over.
 */
async function renderPortion(catalogue: Catalogue, sheets: Sheets, stage: Stage): Promise<number> {
  const eleventy = new Eleventy(templatesFolder, stage.folder, {
    configPath: '',
    quietMode: true,
    config: (config) => lectern(config, catalogue, sheets),
  });
  eleventy.disableLogger();
  const pages = await eleventy.toJSON();
  const expected = countOf(sheets);
  if (pages.length !== expected) {
    const got = `got \`${pages.length} pages\``;
    throw new Error(`Expected ${expected} pages from the templates in ${templatesFolder}, ${got}`);
  }
  for (const { outputPath, content } of pages) {
    stage.put(path.relative(stage.folder, path.resolve(outputPath)), content);
  }
  return pages.length;
}
