import type { Dialects } from '../model/dialect.ts';
import { type Profile, type ProfileInput, profile } from '../model/profile.ts';
import type { Source } from '../model/source.ts';
import { dialects } from './dialects/index.ts';

const known = new WeakMap<Source, Profile>();

/**
 * A source's rules over its dialect's: its lists are tried first, its numbers win. `own` are the
 * archive's own dialects. Throws on an unknown one.
 */
export function profileOf(source: Source, own: Dialects = new Map()): Profile {
  const found = known.get(source);
  if (found) return found;
  const merged = profile.parse(merge(source.profile, dialectOf(source.dialect, own)));
  known.set(source, merged);
  return merged;
}

function dialectOf(name: string, own: Dialects): Profile {
  const written = own.get(name);
  if (written) {
    const like = written.like === undefined ? profile.parse({}) : dialectOf(written.like, own);
    return profile.parse(merge(written.profile, like));
  }
  const built: ProfileInput | undefined = dialects[name];
  if (built) return profile.parse(built);
  const names = [...Object.keys(dialects), ...own.keys()];
  throw new Error(`Expected a dialect of ${names.join(', ')}, got \`${name}\``);
}

type Tree = { [key: string]: unknown };

function merge(first: object, second: object): Tree {
  const all: Tree = { ...second };
  for (const [key, value] of Object.entries(first)) {
    const other = all[key];
    if (Array.isArray(value) && Array.isArray(other)) all[key] = [...value, ...other];
    else if (isTree(value) && isTree(other)) all[key] = merge(value, other);
    else if (value !== undefined) all[key] = value;
  }
  return all;
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
