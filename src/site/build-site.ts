import path from 'node:path';
import { withheldIn } from '../archive/withheld.ts';
import { api } from '../export/api.ts';
import type { Archive } from '../model/archive.ts';
import type { Directory } from '../search/directory.ts';
import { buildIndex } from '../search/index-builder.ts';
import { assetsOf } from './assets.ts';
import { stageBatches } from './batch.ts';
import { Catalogue } from './catalogue.ts';
import { styleFiles } from './citing.ts';
import { type Claim, claiming } from './claim.ts';
import { digestOf } from './digest.ts';
import { discoveryFiles } from './discovery.ts';
import type { DocSheet } from './docs.ts';
import { templatesFolder } from './eleventy.ts';
import { engineDigest, pageCode } from './engine.ts';
import { feedBatches } from './feeds.ts';
import { type Fingerprints, fingerprintsOf } from './fingerprint.ts';
import { fileOf } from './here.ts';
import { hostFiles } from './host-files.ts';
import { readBatchPrints, readPrints, writeBatchPrints, writePrints } from './inventory.ts';
import { knownIndex } from './known-index.ts';
import { forgetLastBuild, type Inputs, writeLastBuild } from './last-build.ts';
import { type Found, lookAtSite } from './look-at-site.ts';
import { lookBeside, removeOutdated } from './outdated.ts';
import { overTimeFiles } from './over-time.ts';
import { type Published, publish } from './publish.ts';
import { recordBatches } from './record-batches.ts';
import { render } from './render.ts';
import { foldersBeside, type SiteFolders } from './site-folders.ts';
import { stageSocialImages } from './social-images.ts';
import { Stage } from './stage.ts';
import { followTheme, type Theme } from './theme.ts';

/** What a build made. */
export interface Built extends Published {
  /** HTML pages of the site, and how many of them had to be rendered. */
  pages: number;
  rendered: number;
  /** Files that were not as the last build left them, and were written again. */
  mended: string[];
  /** Exports in the site that were removed, because they were made before something was withheld. */
  outdated: string[];
}

/** How a build goes about it. */
export interface BuildOptions {
  /** Render every page, whatever the last build knows of it, and compare every published file by its bytes. */
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
export const buildSite = (
  archive: Archive,
  output: string,
  options: BuildOptions = {},
): Promise<Built> =>
  claiming(
    foldersBeside(output),
    () => new Date(),
    async (claim) =>
      buildClaimed(archive, claim, await lookAtSite(claim.folders, options.full), options),
  );

/** The same in folders that are claimed, whose site was found so. */
export async function buildClaimed(
  archive: Archive,
  { folders, openStage, lost }: Claim,
  found: Found,
  { full = false, inputs, theme = null, docs = [], signal }: BuildOptions = {},
): Promise<Built> {
  const stop = AbortSignal.any([lost, ...(signal ? [signal] : [])]);
  await forgetLastBuild(folders);
  if (theme) followTheme(theme);
  const assets = await assetsOf(path.join(templatesFolder, 'assets'), theme);
  const published = found.known ?? {};
  const withheld = withheldIn(archive.ledger).ids;
  const { pack, outdated } = await lookBeside(folders, withheld, (file) => file in published);
  const catalogue = new Catalogue(archive, assets, await styleFiles(), docs, pack);
  const prints = fingerprintsOf(catalogue, await engineDigest(pageCode, theme?.own));
  const stage = new Stage(await openStage(), full ? {} : found.sound, stop);
  const current = full ? new Set<string>() : await currentPages(folders, prints, stage);
  for (const page of current) stage.keep(fileOf(page).slice(1));
  const rendered = await render(catalogue, stage, (page) => !current.has(page));
  for (const asset of assets.values()) stage.put(asset.path, asset.bytes);
  for (const it of overTimeFiles(catalogue)) stage.put(it.path, it.bytes);
  for (const it of api(archive)) stage.put(it.path, it.bytes);
  for (const it of discoveryFiles(catalogue)) stage.put(it.path, it.bytes);
  for (const it of hostFiles(catalogue)) stage.put(it.path, it.bytes);
  const beside = [...recordBatches(catalogue, prints), ...feedBatches(catalogue, prints)];
  const batchPrints = stageBatches(beside, stage, await readBatchPrints(folders));
  await stageSocialImages(catalogue, stage);
  stageIndex(archive, stage, await knownIndex(folders.output, stage));
  stop.throwIfAborted();
  await removeOutdated(folders, outdated);
  const done = await publish(stage, folders, found);
  await writePrints(folders, Object.fromEntries(prints));
  await writeBatchPrints(folders, batchPrints);
  const { problems } = archive;
  const pages = prints.size;
  if (inputs) await writeLastBuild(folders, { ...inputs, beside: digestOf(pack), pages, problems });
  const mended = found.altered.filter((file) => stage.digests[file] !== undefined);
  return { pages, rendered, ...done, mended, outdated };
}

/** Pages that the last build made from the same, whose files still stand. */
async function currentPages(
  folders: SiteFolders,
  prints: Fingerprints,
  stage: Stage,
): Promise<Set<string>> {
  const before = await readPrints(folders);
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
