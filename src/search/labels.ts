import type { Run } from './columns.ts';
import type { AliasesFile, NamedKind } from './names.ts';
import type { Label, Notice, Query } from './query.ts';
import type { Segment } from './segment.ts';

/** Tells which units a label names, once its values have been looked up. */
export interface Labels {
  test(label: Label, value: string, segment: Segment): Promise<(unit: number) => boolean>;
  /** Values that name nothing. */
  notices: Notice[];
}

/** The labels of a query, each with its folded value. */
function labelsOf(query: Query): { label: Label; value: string }[] {
  if (query.type === 'label') return [query];
  if (query.type === 'all' || query.type === 'any') return query.of.flatMap(labelsOf);
  return query.type === 'not' ? labelsOf(query.of) : [];
}

const isNamed = (label: Label): label is NamedKind => label !== 'lang' && label !== 'kind';

/** Looks a query's labels up; the aliases are loaded only where a label needs them. */
export async function lookUpLabels(
  query: Query,
  loadAliases: () => Promise<AliasesFile>,
): Promise<Labels> {
  const asked = labelsOf(query);
  const named = new Map<string, Set<string>>();
  const notices: Notice[] = [];
  for (const { label, value } of asked) {
    if (!isNamed(label)) continue;
    const ids = idsOf((await loadAliases())[label], value);
    if (ids.length === 0) notices.push({ key: 'unknown-value', about: `${label}:${value}` });
    named.set(`${label}:${value}`, new Set(ids));
  }
  return {
    notices,
    test: (label, value, segment) => {
      const ids = named.get(`${label}:${value}`) ?? new Set<string>();
      return tests[label](segment, ids, value);
    },
  };
}

type Test = (
  segment: Segment,
  ids: Set<string>,
  value: string,
) => Promise<(unit: number) => boolean>;

const byColumn =
  (name: 'outlet' | 'speaker' | 'topic'): Test =>
  async (segment, ids) => {
    const { sets, of } = (await segment.columns())[name];
    const has = sets.map((set) => set.some((id) => ids.has(id)));
    return (unit) => has[of[unit] ?? -1] ?? false;
  };

const byRun =
  (test: (run: Run, ids: Set<string>, value: string) => boolean): Test =>
  async (segment, ids, value) => {
    const { runs } = await segment.calendar();
    const found = new Set<number>();
    for (const run of runs) {
      if (!test(run, ids, value)) continue;
      for (let unit = run.first; unit < run.first + run.units; unit++) found.add(unit);
    }
    return (unit) => found.has(unit);
  };

const tests: Record<Label, Test> = {
  outlet: byColumn('outlet'),
  speaker: byColumn('speaker'),
  topic: byColumn('topic'),
  source: byRun(({ source }, ids) => ids.has(source)),
  lang: byRun(({ language }, _, value) => `${language.toLowerCase()}-`.startsWith(`${value}-`)),
  kind: async (segment, _, value) => {
    const { statements } = await segment.calendar();
    return (unit) => statements.has(unit) === (value === 'statement');
  },
};

/** Ids that a folded value names: by a whole form, else by the beginning of one, else by a part. */
export function idsOf(aliases: Record<string, string[]>, value: string): string[] {
  const ways: ((form: string) => boolean)[] = [
    (form) => form === value,
    (form) => form.startsWith(value),
    (form) => form.includes(value),
  ];
  for (const fits of ways) {
    const ids = Object.keys(aliases).filter((id) => aliases[id]?.some(fits));
    if (ids.length > 0) return ids;
  }
  return [];
}
