import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { leadsOutside } from '../files/inside.ts';

/** Paths below content/ of all WARCs, or of one source's, in code unit order: source, year, time; without those that a link outside leads to. */
export async function listWarcs(content: string, source?: string): Promise<string[]> {
  const root = source === undefined ? 'captures' : `captures/${source}`;
  try {
    const files = await readdir(join(content, root), { recursive: true });
    return files
      .map((file) => `${root}/${file.replaceAll('\\', '/')}`)
      .filter((path) => /^captures\/[^/]+\/\d{4}\/[^/]+\.warc\.gz$/.test(path))
      .filter((path) => !leadsOutside(content, path))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

/** The source a WARC's path belongs to. */
export const sourceOfWarc = (path: string): string => path.split('/')[1] ?? '';
