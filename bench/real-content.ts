import { cpSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Cost, costOf, node } from './cost.ts';

const repo = path.join(import.meta.dirname, '..');

/** The real corpus as a content folder, and what making it cost. */
export interface RealContent {
  folder: string;
  /** Of the WARC files as they lie there, packed. */
  bytes: number;
  imported: Cost;
  parsed: Cost;
}

/** Imports and parses the pages of ../shared/corpus, of all sources or of some, into a folder of `scratch`. */
export async function realContent(
  scratch: string,
  sources = ['mfa-zh', 'whitehouse'],
): Promise<RealContent> {
  const folder = path.join(scratch, 'content');
  cpSync(path.join(repo, 'content'), folder, { recursive: true });
  const files = sources.map((id) => path.join(repo, '../shared/corpus', `${id}.warc.gz`));
  const lectern = (...args: string[]) =>
    costOf(node(path.join(repo, 'src/cli.ts'), '--content', folder, ...args));
  const imported = await lectern('import', ...files);
  const parsed = await lectern('parse', ...sources);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { folder, bytes, imported, parsed };
}
