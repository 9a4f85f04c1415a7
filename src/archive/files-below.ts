import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Every file below a folder, as paths below it with `/`, sorted; none where the folder is missing.
 *
 * Links are followed to files and folders, except to a folder that holds the link; one that leads
 * nowhere is no file. Names that begin with a dot or are not UTF-8 are passed over, and so are the top names of `except`.
 */
export function filesBelow(root: string, except: readonly string[] = []): string[] {
  const found: string[] = [];
  // `above`: the real paths of the folder and of those that it was reached through.
  const walk = (folder: string, above: readonly string[]): void => {
    // Not by promises, which take three times the CPU for a folder of a few files.
    for (const one of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder + one.name;
      // A name that is not UTF-8 comes with U+FFFD in it, and cannot be opened by that.
      if (one.name.includes('\ufffd')) continue;
      if (one.name.startsWith('.') || except.includes(name)) continue;
      const kind = kindOf(one, path.join(root, name));
      if (kind?.isFile()) found.push(name);
      if (!kind?.isDirectory()) continue;
      const real = one.isSymbolicLink()
        ? realpathSync(path.join(root, name))
        : path.join(above[0] ?? '', one.name);
      if (!above.includes(real)) walk(`${name}/`, [real, ...above]);
    }
  };
  if (statSync(root, { throwIfNoEntry: false })) walk('', [realpathSync(root)]);
  return found.sort();
}

/** What a name stands for; undefined for a link that leads nowhere or in a circle. */
function kindOf(one: Dirent, full: string): Dirent | Stats | undefined {
  if (!one.isSymbolicLink()) return one;
  try {
    return statSync(full);
  } catch {
    return undefined;
  }
}
