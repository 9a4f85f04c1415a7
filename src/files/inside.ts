import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Folders of content/ that the program writes below. */
const written = ['captures', 'ledger', 'transcripts', 'versions'];

/** A link below a content folder, and where it leads. */
export interface Link {
  /** Path below content/, with `/`. */
  file: string;
  /** The real path; null if it leads nowhere or in a circle. */
  target: string | null;
}

/**
 * Every link below a content folder, by path, that leads out of it or nowhere, except `captures`
 * itself, which may be a link to a folder elsewhere (docs/git.md). `withHidden`: also names that begin
 * with a dot, of which only `.git` is passed over.
 */
export const linksOutside = (content: string, withHidden = false): Link[] =>
  linksBelow(content, withHidden).filter(({ file }) => leadsOutside(content, file));

/** Whether a path below content/ leads out of it, or nowhere. A path that is not there leads nowhere else. */
export function leadsOutside(content: string, file: string): boolean {
  const full = path.join(content, file);
  const real = realOf(full);
  if (real === null) return lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const below = file.startsWith('captures/') ? 'captures' : '';
  if (file === 'captures') return false;
  const root = realOf(path.join(content, below));
  return root === null || (real !== root && !real.startsWith(root + path.sep));
}

/**
 * Throws if a run that writes to a content folder would write through a link: one that leads out of it,
 * or any in a folder that the program itself fills. `captures` itself may be a link.
 */
export function refuseLinks(content: string): void {
  const [link] = linksBelow(content, true).filter(
    ({ file }) => leadsOutside(content, file) || isWritten(content, file),
  );
  if (!link) return;
  const to = link.target ?? 'nowhere';
  throw new Error(
    `Cannot write to a content folder with a link in it: ${path.join(content, link.file)} leads to ${to}; delete it, or put a copy in its place`,
  );
}

/** A link in captures to a file there is only read; elsewhere any may be written through. */
function isWritten(content: string, file: string): boolean {
  const [top = ''] = file.split('/');
  if (file === 'captures' || !(written.includes(top) || file.startsWith('.'))) return false;
  return top !== 'captures' || statSync(path.join(content, file)).isDirectory();
}

function linksBelow(content: string, withHidden: boolean): Link[] {
  const found: Link[] = [];
  const walk = (folder: string): void => {
    for (const one of entriesOf(path.join(content, folder))) {
      if (one.name === '.git' || (one.name.startsWith('.') && !withHidden)) continue;
      const file = folder + one.name;
      if (one.isSymbolicLink()) found.push({ file, target: realOf(path.join(content, file)) });
      if (one.isDirectory() || (file === 'captures' && isFolder(path.join(content, file))))
        walk(`${file}/`);
    }
  };
  if (isFolder(content)) walk('');
  return found.filter(({ file }) => file !== 'captures').sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What a folder holds; a folder that cannot be read is for those to name who need it. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const isFolder = (full: string): boolean =>
  realOf(full) !== null && statSync(full, { throwIfNoEntry: false })?.isDirectory() === true;

function realOf(full: string): string | null {
  try {
    return realpathSync(full);
  } catch {
    return null;
  }
}
