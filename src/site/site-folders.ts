import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** The folder in an output folder that says that Lectern wrote the rest; it holds one empty file. */
export const markName = '.lectern';

/** Where a site is published, and where builds keep what they know of it. */
export interface SiteFolders {
  output: string;
  /** In `.cache/`, so that hosts never serve it. If it is deleted the next build makes it again. */
  state: string;
}

/**
 * The folders of the site that `content` is built into: state lies in `.cache/sites/` beside the content
 * folder, under a name made from the output's path; beside the output if that place is read-only.
 */
export function siteFolders(content: string, output: string): SiteFolders {
  const beside = [path.dirname(content), path.dirname(output)];
  const root = beside.find(isWritable) ?? path.dirname(content);
  const way = path.relative(root, output).replaceAll(path.sep, '/');
  const key = createHash('sha256').update(way).digest('hex').slice(0, 8);
  return { output, state: path.join(root, '.cache/sites', `${path.basename(output)}-${key}`) };
}

/** The folders of a site without a content folder: state lies beside the output. */
export const foldersBeside = (output: string): SiteFolders =>
  siteFolders(path.join(output, '../content'), output);

function isWritable(root: string): boolean {
  const cache = path.join(root, '.cache');
  try {
    accessSync(existsSync(cache) ? cache : root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a build may put its files before any of the site is replaced, the best place first. Files are moved
 * from there by renaming, so the place must be on the output's file system: `.cache/` mostly is; if the
 * output is another disk, a folder beside it is, and if it is itself a mount only one inside it.
 */
export const stagesOf = ({ output, state }: SiteFolders): string[] => [
  path.join(state, 'stage'),
  path.join(path.dirname(output), `.${path.basename(output)}.stage`),
  path.join(output, markName, 'stage'),
];
