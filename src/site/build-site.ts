import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Archive } from '../model/archive.ts';
import { buildIndex } from '../search/index-builder.ts';
import { assetsOf } from './assets.ts';
import { Catalogue } from './catalogue.ts';
import { claim } from './claim.ts';
import { templatesFolder } from './eleventy.ts';
import { type Published, publish } from './publish.ts';
import { render } from './render.ts';

/** What a build made. */
export interface Built extends Published {
  /** HTML pages of the site. */
  pages: number;
}

/** Builds the site of an archive in `output`, which must be ours or empty; the old site stays until all is ready. */
export async function buildSite(archive: Archive, output: string): Promise<Built> {
  const claimed = await claim(output);
  try {
    const assets = await assetsOf(path.join(templatesFolder, 'assets'));
    const pages = await render(new Catalogue(archive, assets), claimed.stage);
    for (const asset of assets.values()) await stageFile(claimed.stage, asset.path, asset.bytes);
    const kept = await stageIndex(archive, claimed.stage);
    return { pages, ...(await publish(claimed.stage, output, kept)) };
  } finally {
    await claimed.release();
  }
}

/** Stages the search index; names its files that the last build made and that are still right. */
async function stageIndex(archive: Archive, stage: string): Promise<string[]> {
  const kept: string[] = [];
  for (const file of buildIndex(archive)) {
    if (file.bytes === null) kept.push(file.path);
    else await stageFile(stage, file.path, file.bytes);
  }
  return kept;
}

async function stageFile(stage: string, file: string, bytes: Uint8Array): Promise<void> {
  const full = path.join(stage, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, bytes);
}
