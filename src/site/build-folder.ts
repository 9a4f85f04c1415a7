import { needFolder } from '../archive/folder.ts';
import type { Problem } from '../model/problem.ts';
import type { Built } from './build-site.ts';
import { type Claim, claiming } from './claim.ts';
import { digestOf } from './digest.ts';
import { docSheets } from './docs.ts';
import { templatesFolder } from './eleventy.ts';
import { engineDigest, placingCode } from './engine.ts';
import { expiryProblem } from './expiry.ts';
import { writeInventory } from './inventory.ts';
import { inputsOf, readLastBuild } from './last-build.ts';
import { lookAtSite } from './look-at-site.ts';
import { readOffered } from './offered.ts';
import { readPlacements, writePlacements } from './saved-placements.ts';
import { siteFolders } from './site-folders.ts';
import { themeIn } from './theme.ts';

/** What a build made, and what it could not load. */
export interface FolderBuilt extends Built {
  problems: Problem[];
  /** True where a fatal problem kept the old site as it was. */
  refused?: true;
  /** True where site.yaml names no address, so that all that needs whole ones was left out; said only where something was built. */
  anywhere?: true;
}

/** How a folder is built. */
export interface FolderOptions {
  /** Build regardless of what the last build was made from. */
  full?: boolean;
  /** For what ends on a day, `security.txt`; without it nothing ends. */
  today?: Date;
  /** The folder of the archive's own templates and styles; there need not be one. */
  theme?: string;
  /** Aborted, the build throws and the old site stays. */
  signal?: AbortSignal;
}

/**
 * Builds the site of a content folder in `output`. If nothing that the last build was made from has
 * changed and its files are as it left them, no more is read than sizes and times. Throws `SiteLocked` if
 * another build of the site runs.
 */
export async function buildFolder(
  content: string,
  output: string,
  options: FolderOptions = {},
): Promise<FolderBuilt> {
  await needFolder(content);
  const now = () => options.today ?? new Date();
  const build = (claim: Claim) => buildIn(content, claim, options);
  return claiming(siteFolders(content, output), now, build);
}

async function buildIn(
  content: string,
  claim: Claim,
  { full = false, today, theme: folder, signal }: FolderOptions,
): Promise<FolderBuilt> {
  const { folders } = claim;
  const theme = folder === undefined ? null : await themeIn(templatesFolder, folder);
  const last = full ? null : await readLastBuild(folders);
  const inputs = await inputsOf(content, last, theme?.own);
  const found = await lookAtSite(folders, full);
  const isSame =
    last?.digest === inputs.digest &&
    last.beside === digestOf(await readOffered(folders.output)) &&
    found.isWhole;
  if (last && isSame) {
    const { pages, problems } = last;
    if (found.isTouched) await writeInventory(folders, found.sound);
    const unchanged = Object.keys(found.sound).length;
    return { ...nothing, pages, unchanged, problems };
  }
  // Loaded only now: the modules alone take longer than to see that nothing changed.
  const { gather } = await import('../archive/gather.ts');
  const { buildClaimed } = await import('./build-site.ts');
  const { PlacementMemory } = await import('../archive/placement-memory.ts');
  const saved = full ? null : await readPlacements(folders);
  const memory = new PlacementMemory(await engineDigest(placingCode), inputs.content, saved);
  const archive = await gather(content, undefined, { placing: memory });
  const soon = today && expiryProblem(archive.site, today);
  const problems = soon ? [...archive.problems, soon] : archive.problems;
  if (problems.some(({ fatal }) => fatal)) return { ...nothing, problems, refused: true };
  const docs = archive.site.docs === false ? [] : await docSheets();
  const built = await buildClaimed(archive, claim, found, { full, inputs, theme, docs, signal });
  await writePlacements(folders, memory.saved);
  return { ...built, problems, ...(archive.site.url === null && { anywhere: true }) };
}

const nothing: Built = {
  pages: 0,
  rendered: 0,
  written: 0,
  unchanged: 0,
  removed: 0,
  mended: [],
  outdated: [],
};
