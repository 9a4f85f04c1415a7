import { pinyin } from 'pinyin-pro';
import type { Archive } from '../model/archive.ts';
import type { Names, UiLanguage } from '../model/names.ts';
import type { Fold } from './fold.ts';
import type { AliasesFile, NamedKind, NamesFile } from './names.ts';
import type { PlacedUnit } from './units.ts';

interface Named {
  names: Names;
  others: string[];
}

/** The names, in each language, and other forms of what occurs in the units. */
export interface WrittenNames {
  names: Record<UiLanguage, NamesFile>;
  aliases: AliasesFile;
}

/** Names and other forms of everything that a facet counts or a label reaches. */
export function writeNames(archive: Archive, units: PlacedUnit[], fold: Fold): WrittenNames {
  const none = (): NamesFile => ({ outlet: {}, speaker: {}, topic: {}, source: {} });
  const names = { 'zh-Hans': none(), en: none() };
  const aliases: AliasesFile = { outlet: {}, speaker: {}, topic: {}, source: {} };
  for (const kind of ['outlet', 'speaker', 'topic', 'source'] as const) {
    for (const id of occurring(units, kind)) {
      const { names: both, others } = namedBy(archive, kind, id);
      names['zh-Hans'][kind][id] = both['zh-Hans'];
      names.en[kind][id] = both.en;
      const forms = [id, ...Object.values(both), ...others];
      const all = forms.flatMap((form) => [form, ...romanized(form)]);
      aliases[kind][id] = [...new Set(all.map(fold.text))];
    }
  }
  return { names, aliases };
}

/** Ids of a kind that some unit has, in order. */
function occurring(units: PlacedUnit[], kind: NamedKind): string[] {
  const ids = (placed: PlacedUnit): string[] =>
    kind === 'source' ? [placed.unit.source] : placed[`${kind}s`];
  return [...new Set(units.flatMap(ids))].sort();
}

/** What the archive calls it; an id that it does not know is its own name. */
function namedBy(archive: Archive, kind: NamedKind, id: string): Named {
  const known: Record<
    NamedKind,
    () => { names: Names; short?: Names | undefined; aliases?: string[] } | undefined
  > = {
    outlet: () => archive.outlets.get(id),
    speaker: () => archive.people.get(id),
    topic: () => archive.topics.get(id),
    source: () => archive.sources.get(id),
  };
  const {
    names,
    short = names,
    aliases = [],
  } = known[kind]() ?? { names: { 'zh-Hans': id, en: id } };
  return { names: short, others: [...Object.values(names), ...aliases] };
}

/** A Chinese name as people type it who have no Chinese keyboard: `zhao lijian`, `zhaolijian`. */
function romanized(name: string): string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(name)) return [];
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const [first = '', ...rest] = syllables;
  return [syllables.join(' '), syllables.join(''), `${first} ${rest.join('')}`];
}
