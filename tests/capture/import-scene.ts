import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importCommand } from '../../src/commands/import.ts';
import { contentFolder, good } from '../archive/content.ts';
import { runCommand } from './collecting.ts';

/** A made-up archive, and a folder of files beside it to import. */
export async function scene(files: Record<string, string | Buffer>) {
  const root = await contentFolder({});
  const content = path.join(root, 'content');
  for (const name of ['institutions.yaml', 'sources/caldmere.yaml'] as const) {
    await mkdir(path.dirname(path.join(content, name)), { recursive: true });
    await writeFile(path.join(content, name), good[name]);
  }
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, 'in', name)), { recursive: true });
    await writeFile(path.join(root, 'in', name), bytes);
  }
  const run = (names: string[], options = {}, more = {}) => {
    const paths = names.map((name) => path.join(root, 'in', name));
    return runCommand(importCommand, paths, options, content, more);
  };
  return { content, run, root };
}
