import { type Profile, profile } from '../model/profile.ts';
import type { Source } from '../model/source.ts';
import { dialects } from './dialects/index.ts';

const known = new WeakMap<Source, Profile>();

/** A source's rules over its dialect's: its lists are tried first, its numbers win. Throws on an unknown dialect. */
export function profileOf(source: Source): Profile {
  const found = known.get(source);
  if (found) return found;
  const dialect = dialects[source.dialect];
  if (!dialect)
    throw new Error(
      `Expected a dialect of ${Object.keys(dialects).join(', ')}, got \`${source.dialect}\``,
    );
  const merged = profile.parse(merge(source.profile, profile.parse(dialect)));
  known.set(source, merged);
  return merged;
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
