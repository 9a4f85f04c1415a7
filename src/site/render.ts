import Eleventy from '@11ty/eleventy';
import type { Catalogue } from './catalogue.ts';
import { lectern, templatesFolder } from './eleventy.ts';

/** Writes every page of the catalogue below `folder` and says how many; none is an error. */
export async function render(catalogue: Catalogue, folder: string): Promise<number> {
  const eleventy = new Eleventy(templatesFolder, folder, {
    configPath: '',
    quietMode: true,
    config: (config) => lectern(config, catalogue),
  });
  eleventy.disableLogger();
  const [, written] = await eleventy.write();
  if (written.length === 0) {
    throw new Error(`Expected templates in ${templatesFolder}, got \`0 pages\``);
  }
  return written.length;
}
