import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import type { Archive } from '../../src/model/archive.ts';
import { type BuildOptions, buildSite } from '../../src/site/build-site.ts';

/** A site on disk, and its pages by their path below the folder. */
export interface BuiltSite {
  folder: string;
  files: Map<string, Buffer>;
  /** Parsed HTML by file, such as `topics/cod/index.html`. */
  pages: Map<string, CheerioAPI>;
  remove(): Promise<void>;
}

/** Builds an archive in a folder of its own. */
export async function built(archive: Archive, options?: BuildOptions): Promise<BuiltSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'lectern-site-'));
  const folder = path.join(root, 'site');
  await buildSite(archive, folder, options);
  const files = await filesOf(folder);
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  return {
    folder,
    files,
    pages: new Map(pages.map(([name, bytes]) => [name, load(bytes)])),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Every file of a folder but the mark's own, by name. */
export async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((file) => file.isFile())
    .map((file) => path.relative(folder, path.join(file.parentPath, file.name)))
    .filter((name) => !name.startsWith('.lectern'))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(folder, name))] as const),
    ),
  );
}
