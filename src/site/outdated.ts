import { readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Offered, packFolder, readOffered } from './offered.ts';
import type { SiteFolders } from './site-folders.ts';
import { codeOf, readState, writeState } from './state.ts';

/** Path below the output of a file that `lectern export` wrote there → ids of what was withheld then. */
const exported = z.record(z.string(), z.array(z.string()));

/** Notes the files that an export wrote into the site, so that a build can remove what has grown too old. */
export async function noteExported(
  folders: SiteFolders,
  files: string[],
  withheld: ReadonlySet<string>,
): Promise<void> {
  const known = (await readState(folders, 'exported.json', exported)) ?? {};
  const ids = [...withheld];
  const added = Object.fromEntries(files.map((file) => [file, ids]));
  await writeState(folders, 'exported.json', { ...known, ...added });
}

/** What lies beside the pages: the pack that they may offer, and exports that may hold withheld words. */
export interface Beside {
  pack: Offered | null;
  /** Files that are to be removed, as paths below the output. */
  outdated: string[];
}

/**
 * Looks at what exports put into the site. An export that was made before something was withheld is
 * outdated; so is each file in the pack's folder that a pack of today does not name. `ours` are files that
 * builds published.
 */
export async function lookBeside(
  folders: SiteFolders,
  withheld: ReadonlySet<string>,
  ours: (file: string) => boolean,
): Promise<Beside> {
  const pack = await readOffered(folders.output);
  if (withheld.size === 0) return { pack, outdated: [] };
  const isToday = (ids: readonly string[]) => [...withheld].every((id) => ids.includes(id));
  const current = pack && isToday(pack.withheld) ? pack : null;
  const named = new Set(
    [
      ...(current ? ['datapackage.json', 'SHA256SUMS'] : []),
      ...(current?.resources ?? []).map((one) => one.path),
    ].map((file) => `${packFolder}/${file}`),
  );
  const inPack = (await filesIn(folders.output, packFolder)).filter((file) => !named.has(file));
  const known = (await readState(folders, 'exported.json', exported)) ?? {};
  const old = Object.entries(known).flatMap(([file, ids]) =>
    isToday(ids) || named.has(file) ? [] : [file],
  );
  const outdated = [...new Set([...inPack, ...old])].filter((file) => !ours(file)).sort();
  return { pack: current, outdated };
}

/** Removes outdated exports, and folders that become empty. */
export async function removeOutdated(folders: SiteFolders, outdated: string[]): Promise<void> {
  for (const file of outdated) {
    await rm(path.join(folders.output, file), { force: true });
    for (let at = path.dirname(file); at !== '.'; at = path.dirname(at)) {
      const isGone = await rmdir(path.join(folders.output, at)).then(
        () => true,
        () => false,
      );
      if (!isGone) break;
    }
  }
  const known = await readState(folders, 'exported.json', exported);
  if (known === null) return;
  const left = Object.entries(known).filter(([file]) => !outdated.includes(file));
  await writeState(folders, 'exported.json', Object.fromEntries(left));
}

async function filesIn(output: string, folder: string): Promise<string[]> {
  const root = path.join(output, folder);
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause) => {
    if (codeOf(cause) === 'ENOENT') return [];
    throw cause;
  });
  return found
    .filter((one) => !one.isDirectory())
    .map(({ parentPath, name }) =>
      path.relative(output, path.join(parentPath, name)).replaceAll(path.sep, '/'),
    );
}
