import { Converter } from 'opencc-js/t2cn';
import type { Outlet } from '../model/outlet.ts';

/** Folded name → outlet id; a name that two outlets claim maps to null. */
export type OutletIndex = ReadonlyMap<string, string | null>;

const simplified = Converter({ from: 't', to: 'cn' });

/** Words around an outlet's name, once folded, that say that it asks, or when. */
const before = /^会后,?有?/u;
const after = /,?(?:记者|journalist|reporter|correspondent)(?:提问|追问|问及|补充)?$/u;

/** The form in which names are compared: simplified characters, NFKC, lower case, no 《》, quotation marks or white space. */
const folded = (name: string): string =>
  simplified(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/[《》〈〉“”‘’"'\s]/gu, '');

/** Every printed name of every outlet, ready for `resolveOutlet`; build it once a run. */
export function outletIndex(outlets: Iterable<Outlet>): OutletIndex {
  const index = new Map<string, string | null>();
  for (const { id, names, short, aliases } of outlets) {
    const claimed = [...Object.values(names), ...Object.values(short ?? {}), ...aliases];
    for (const name of new Set(claimed.map(folded))) index.set(name, index.has(name) ? null : id);
  }
  return index;
}

/**
 * The outlet that a label names, with or without 记者 and its kin around it. Only an exact name
 * counts, so an anonymous label, a joint one, and a name that is unknown or claimed twice are null.
 */
export function resolveOutlet(label: string, outlets: OutletIndex): string | null {
  return outlets.get(folded(label).replace(before, '').replace(after, '')) ?? null;
}

/** The outlet that a label names beside a person: Kyodo, Katsurada; Ana Ruiz (EFE); null where none or two are known. */
export function outletBeside(label: string, outlets: OutletIndex): string | null {
  const pieces = label.split(/[,，(（)）]/u);
  const found = pieces.flatMap((piece) => resolveOutlet(piece, outlets) ?? []);
  return pieces.length > 1 && found.length === 1 ? (found[0] ?? null) : null;
}
