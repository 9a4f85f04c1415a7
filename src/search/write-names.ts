import { pinyin } from 'pinyin-pro';
import type { Archive } from '../model/archive.ts';
import type { Names, UiLanguage } from '../model/names.ts';
import type { Fold } from './fold.ts';
import {
  type AliasesFile,
  type IdsFile,
  type NamedKind,
  type NamesFile,
  squeezed,
} from './names.ts';

interface Named {
  names: Names;
  others: string[];
}

/** What the archive calls each of an index's ids, and other forms of it. */
export interface WrittenNames {
  names: Record<UiLanguage, NamesFile>;
  aliases: AliasesFile;
}

/** Names and other forms of everything that a facet counts or a label reaches. */
export function writeNames(archive: Archive, ids: IdsFile, fold: Fold): WrittenNames {
  const each = <Value>(write: (kind: NamedKind, id: string) => Value) => ({
    outlet: ids.outlet.map((id) => write('outlet', id)),
    speaker: ids.speaker.map((id) => write('speaker', id)),
    topic: ids.topic.map((id) => write('topic', id)),
    source: ids.source.map((id) => write('source', id)),
  });
  const nameIn = (language: UiLanguage): NamesFile =>
    each((kind, id) => namedBy(archive, kind, id).names[language]);
  const aliases = each((kind, id) => {
    const { names, others } = namedBy(archive, kind, id);
    const forms = [id, ...Object.values(names), ...others];
    return [
      ...new Set(
        forms
          .flatMap((form) => [form, ...romanized(form)])
          .map((form) => squeezed(fold.text(form))),
      ),
    ];
  });
  return { names: { 'zh-Hans': nameIn('zh-Hans'), en: nameIn('en') }, aliases };
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

/** A Chinese name as people type it who have no Chinese keyboard: `zhao lijian`. */
function romanized(name: string): string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(name)) return [];
  return [pinyin(name, { toneType: 'none', surname: 'head', v: true })];
}
