import { pinyin } from 'pinyin-pro';
import type { Archive } from '../model/archive.ts';
import type { Names } from '../model/names.ts';
import type { Fold } from './fold.ts';
import type { AliasesFile, NamedKind, NamesFile } from './names.ts';
import type { PlacedUnit } from './units.ts';

interface Named {
  names: Names;
  others: string[];
}

/** Names and other forms of everything that a facet or a label can name. */
export function writeNames(
  archive: Archive,
  units: PlacedUnit[],
  fold: Fold,
): { names: NamesFile; aliases: AliasesFile } {
  const names: NamesFile = { outlet: {}, speaker: {}, topic: {}, source: {} };
  const aliases: AliasesFile = { outlet: {}, speaker: {}, topic: {}, source: {} };
  const put = (kind: NamedKind, id: string, { names: both, others }: Named): void => {
    names[kind][id] = { 'zh-Hans': both['zh-Hans'], en: both.en };
    const forms = [id, both['zh-Hans'], both.en, ...others];
    aliases[kind][id] = [
      ...new Set(forms.flatMap((form) => [form, ...romanized(form)]).map(fold.text)),
    ];
  };
  for (const { id, names: both, short, aliases: others } of archive.outlets.values()) {
    put('outlet', id, { names: short ?? both, others: [...Object.values(both), ...others] });
  }
  for (const { id, names: both } of archive.topics.values())
    put('topic', id, { names: both, others: [] });
  for (const { id, names: both } of archive.sources.values())
    put('source', id, { names: both, others: [] });
  for (const id of new Set(units.flatMap(({ speakers }) => speakers))) {
    const person = archive.people.get(id);
    const both = person?.names ?? { 'zh-Hans': id, en: id };
    put('speaker', id, { names: both, others: person?.aliases ?? [] });
  }
  return { names, aliases };
}

/** A Chinese name as people type it who have no Chinese keyboard: `zhao lijian`, `zhaolijian`. */
function romanized(name: string): string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(name)) return [];
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const [first = '', ...rest] = syllables;
  return [syllables.join(' '), syllables.join(''), `${first} ${rest.join('')}`];
}
