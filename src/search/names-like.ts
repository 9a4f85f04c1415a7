import type { SearchIndex } from './engine.ts';
import { valuesNamed } from './labels.ts';
import type { NamedKind } from './names.ts';

const kinds: NamedKind[] = ['speaker', 'outlet', 'topic'];
/** Characters below which a query would be like too many names. */
const shortest = 3;

/** Whether a query may mean a name, in pinyin too. */
export const mayBeName = (typed: string): boolean => /^[\p{Script=Latin}\s'-]{3,}$/u.test(typed);

/** Ids of outlets, speakers and topics that a query may mean, by any form of the name or its pinyin. */
export async function namesLike(
  index: SearchIndex,
  typed: string,
): Promise<[kind: NamedKind, id: string][]> {
  const value = (await index.folded(typed)).trim();
  if (value.length < shortest) return [];
  const [ids, aliases] = await Promise.all([index.ids(), index.aliases()]);
  return kinds.flatMap((kind) =>
    valuesNamed(aliases[kind], value).map((i): [NamedKind, string] => [kind, ids[kind][i] ?? '']),
  );
}
