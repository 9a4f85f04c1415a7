import path from 'node:path';
import { api } from '../export/api.ts';
import type { Archive } from '../model/archive.ts';
import type { Directory } from '../search/directory.ts';
import { buildIndex } from '../search/index-builder.ts';
import { assetsOf } from './assets.ts';
import { stageBatches } from './batch.ts';
import { Catalogue } from './catalogue.ts';
import { styleFiles } from './citing.ts';
import { claim } from './claim.ts';
import { discoveryFiles } from './discovery.ts';
import type { DocSheet } from './docs.ts';
import { templatesFolder } from './eleventy.ts';
import { engineDigest, pageCode } from './engine.ts';
import { feedBatches } from './feeds.ts';
import { type Fingerprints, fingerprintsOf } from './fingerprint.ts';
import { fileOf } from './here.ts';
import { hostFiles } from './host-files.ts';
import {
  readBatchPrints,
  readInventory,
  readPrints,
  standingOf,
  writeBatchPrints,
  writePrints,
} from './inventory.ts';
import { knownIndex } from './known-index.ts';
import { forgetLastBuild, type Inputs, writeLastBuild } from './last-build.ts';
import { readOffered } from './offered.ts';
import { overTimeFiles } from './over-time.ts';
import { type Published, publish } from './publish.ts';
import { recordBatches } from './record-batches.ts';
import { render } from './render.ts';
import { stageSocialImages } from './social-images.ts';
import { Stage } from './stage.ts';
import { followTheme, type Theme } from './theme.ts';

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
  theme?: Theme | null;
  /** Lectern's documentation, where the site is to show it. */
  docs?: DocSheet[];
  /** Aborted, the build throws and the old site stays. */
  signal?: AbortSignal | undefined;
}

/** Builds the site of an archive in `output`, which must be ours or empty; the old site stays until all is ready. */
export async function buildSite(
  archive: Archive,
  output: string,
  { full = false, inputs, theme = null, docs = [], signal }: BuildOptions = {},
): Promise<Built> {
  const claimed = await claim(output);
  try {
    await forgetLastBuild(output);
    if (theme) followTheme(theme);
    const assets = await assetsOf(path.join(templatesFolder, 'assets'), theme);
    const pack = await readOffered(output);
    const catalogue = new Catalogue(archive, assets, await styleFiles(), docs, pack);
    const prints = fingerprintsOf(catalogue, await engineDigest(pageCode, theme?.own));
    const standing = full ? {} : standingOf(output, await readInventory(output));
    const stage = new Stage(claimed.stage, standing, signal);
    const current = full ? new Set<string>() : await currentPages(output, prints, stage);
    for (const page of current) stage.keep(fileOf(page).slice(1));
    const rendered = await render(catalogue, stage, (page) => !current.has(page));
    for (const asset of assets.values()) stage.put(asset.path, asset.bytes);
    for (const it of overTimeFiles(catalogue)) stage.put(it.path, it.bytes);
    for (const it of api(archive)) stage.put(it.path, it.bytes);
    for (const it of discoveryFiles(catalogue)) stage.put(it.path, it.bytes);
    for (const it of hostFiles(catalogue)) stage.put(it.path, it.bytes);
    const beside = [...recordBatches(catalogue, prints), ...feedBatches(catalogue, prints)];
    const batchPrints = stageBatches(beside, stage, await readBatchPrints(output));
    await stageSocialImages(catalogue, stage);
    stageIndex(archive, stage, await knownIndex(output, stage));
    signal?.throwIfAborted();
    const published = await publish(stage.folder, output, stage.kept, stage.digests);
    await writePrints(output, Object.fromEntries(prints));
    await writeBatchPrints(output, batchPrints);
    const { problems } = archive;
    if (inputs) await writeLastBuild(output, { ...inputs, pages: prints.size, problems });
    return { pages: prints.size, rendered, ...published };
  } finally {
    await claimed.release();
  }
}

/** Pages that the last build made from the same, whose files still stand. */
async function currentPages(
  output: string,
  prints: Fingerprints,
  stage: Stage,
): Promise<Set<string>> {
  const before = await readPrints(output);
  const current = [...prints].filter(
    ([page, print]) => before[page] === print && stage.stands(fileOf(page).slice(1)),
  );
  return new Set(current.map(([page]) => page));
}

/** Stages the search index, keeping those files that the last build made and that are still right. */
function stageIndex(archive: Archive, stage: Stage, known?: Directory): void {
  for (const file of buildIndex(archive, known)) {
    if (file.bytes === null) stage.keep(file.path);
    else stage.put(file.path, file.bytes);
  }
}
