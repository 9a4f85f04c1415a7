import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders of content/ whose files are read by their names. */
const folders = [
  'corrections',
  'dialects',
  'ledger',
  'pages',
  'sources',
  'styles',
  'topics',
  'transcripts',
  'versions',
];
const endings = /\.(?:csl|jsonl?|md|ya?ml)$/i;

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/i;

/**
 * Why a file or folder name of content/ is refused; null if it is not. A name becomes part of an address
 * and of a path on every system: letters and digits of any script in their composed form, `.`, `_`, `-`.
 */
export function nameFault(name: string): string | null {
  if (name.includes('\ufffd')) return 'Expected a name in UTF-8';
  if (!/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u.test(name))
    return 'Expected a name of letters, digits, `.`, `_` and `-`, and no `-` in front';
  if (name.normalize('NFC') !== name) return 'Expected a name in composed form (NFC)';
  if (devices.test(name) || name.endsWith('.')) return 'Expected a name that every system can hold';
  return null;
}

/** A file or folder below content/ that is not read because of its name. */
export interface OddName {
  file: string;
  reason: string;
}

/** Every name in the folders of content/ that keeps a file from being read, by path. */
export function oddNames(content: string): OddName[] {
  const found: OddName[] = [];
  const walk = (folder: string): void => {
    const seen = new Map<string, string>();
    for (const one of listed(path.join(content, folder))) {
      const file = `${folder}/${one.name}`;
      if (one.name.startsWith('.') || !(one.isDirectory() || endings.test(one.name))) continue;
      const twin = seen.get(folded(one.name));
      const fault = nameFault(one.name);
      if (twin !== undefined)
        found.push({
          file,
          reason: `Expected a name that differs from \`${twin}\` in more than case`,
        });
      else if (fault !== null) found.push({ file, reason: fault });
      else if (one.isDirectory()) walk(file);
      seen.set(folded(one.name), one.name);
    }
  };
  for (const folder of folders) walk(folder);
  return found;
}

/** The files that {@link oddNames} does not name, of paths below content/ in their order. */
export function wellNamed(files: string[]): string[] {
  const seen = new Map<string, string>();
  return files.filter((file) => {
    const parts = file.split('/');
    return parts.every((name, nth) => {
      const folder = parts.slice(0, nth).join('/');
      const key = `${folder}/${folded(name)}`;
      const first = seen.get(key) ?? name;
      seen.set(key, first);
      return first === name && nameFault(name) === null;
    });
  });
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

const listed = (folder: string) =>
  readEntries(folder).sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));

function readEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && /^(?:ENOENT|ENOTDIR)$/.test(`${cause.code}`))
      return [];
    throw cause;
  }
}
