import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { api } from '../export/api.ts';
import type { Archive } from '../model/archive.ts';
import type { Directory } from '../search/directory.ts';
import { buildIndex } from '../search/index-builder.ts';
import { assetsOf } from './assets.ts';
import { Catalogue } from './catalogue.ts';
import { claim } from './claim.ts';
import { templatesFolder } from './eleventy.ts';
import { engineDigest } from './engine.ts';
import { type Fingerprints, fingerprintsOf } from './fingerprint.ts';
import { fileOf } from './here.ts';
import { readInventory, readPrints, unsettled, writePrints } from './inventory.ts';
import { knownIndex } from './known-index.ts';
import { forgetLastBuild, type Inputs, writeLastBuild } from './last-build.ts';
import { overTimeFiles } from './over-time.ts';
import { type Published, publish } from './publish.ts';
import { render } from './render.ts';

/** What a build made. */
export interface Built extends Published {
  /** HTML pages of the site, and how many of them had to be rendered. */
  pages: number;
  rendered: number;
}

/** How a build goes about it. */
export interface BuildOptions {
  /** Render every page, whatever the last build knows of it. */
  full?: boolean;
  /** What the archive was gathered from, noted so that the next build can see that nothing changed. */
  inputs?: Inputs;
}

/** Builds the site of an archive in `output`, which must be ours or empty; the old site stays until all is ready. */
export async function buildSite(
  archive: Archive,
  output: string,
  { full = false, inputs }: BuildOptions = {},
): Promise<Built> {
  const claimed = await claim(output);
  try {
    await forgetLastBuild(output);
    const assets = await assetsOf(path.join(templatesFolder, 'assets'));
    const catalogue = new Catalogue(archive, assets);
    const prints = fingerprintsOf(catalogue, await engineDigest());
    const current = full ? new Set<string>() : await currentPages(output, prints);
    const rendered = await render(catalogue, claimed.stage, (page) => !current.has(page));
    for (const asset of assets.values()) await stageFile(claimed.stage, asset.path, asset.bytes);
    for (const it of overTimeFiles(catalogue)) await stageFile(claimed.stage, it.path, it.bytes);
    for (const it of api(archive)) await stageFile(claimed.stage, it.path, it.bytes);
    const kept = [...current].map((page) => fileOf(page).slice(1));
    const index = full ? undefined : await knownIndex(output);
    kept.push(...(await stageIndex(archive, claimed.stage, index)));
    const published = await publish(claimed.stage, output, kept);
    await writePrints(output, Object.fromEntries(prints));
    const { problems } = archive;
    if (inputs) await writeLastBuild(output, { ...inputs, pages: prints.size, problems });
    return { pages: prints.size, rendered, ...published };
  } finally {
    await claimed.release();
  }
}

/** Pages that the last build made from the same, whose files are still there and whole. */
async function currentPages(output: string, prints: Fingerprints): Promise<Set<string>> {
  const [before, inventory, there] = await Promise.all([
    readPrints(output),
    readInventory(output),
    readdir(output, { recursive: true }),
  ]);
  const files = new Set(there.map((file) => file.replaceAll(path.sep, '/')));
  const isCurrent = ([page, print]: [string, string]): boolean => {
    const file = fileOf(page).slice(1);
    return (
      before[page] === print && (inventory[file] ?? unsettled) !== unsettled && files.has(file)
    );
  };
  return new Set([...prints].filter(isCurrent).map(([page]) => page));
}

/** Stages the search index; names its files that the last build made and that are still right. */
async function stageIndex(
  archive: Archive,
  stage: string,
  known: Directory | undefined,
): Promise<string[]> {
  const kept: string[] = [];
  for (const file of buildIndex(archive, known)) {
    if (file.bytes === null) kept.push(file.path);
    else await stageFile(stage, file.path, file.bytes);
  }
  return kept;
}

async function stageFile(stage: string, file: string, bytes: string | Uint8Array): Promise<void> {
  const full = path.join(stage, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, bytes);
}
