import type { Run } from './calendar.ts';
import type { Facet } from './directory.ts';
import { type AliasesFile, type IdsFile, type NamedKind, squeezed } from './names.ts';
import type { Label, Notice, Query } from './query.ts';
import type { Segment } from './segment.ts';

/** Tells which units a label names, once its values have been looked up. */
export interface Labels {
  test(label: Label, value: string, segment: Segment): Promise<Test>;
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

/** What labels are looked up in: loaded only where one needs it. */
export interface NameFiles {
  ids(): Promise<IdsFile>;
  aliases(): Promise<AliasesFile>;
}

/** Looks a query's labels up. */
export async function lookUpLabels(query: Query, files: NameFiles): Promise<Labels> {
  const named = new Map<string, number[]>();
  const notices: Notice[] = [];
  for (const { label, value } of labelsOf(query)) {
    if (!isNamed(label)) continue;
    const values = valuesNamed((await files.aliases())[label], value);
    if (values.length === 0) notices.push({ key: 'unknown-value', about: `${label}:${value}` });
    named.set(`${label}:${value}`, values);
  }
  return {
    notices,
    async test(label, value, segment) {
      const values = named.get(`${label}:${value}`) ?? [];
      if (label === 'source') {
        const { source: ids } = await files.ids();
        const sources = new Set(values.map((one) => ids[one]));
        return byRun(segment, ({ source }) => sources.has(source));
      }
      if (label === 'lang') {
        return byRun(segment, ({ language }) =>
          `${language.toLowerCase()}-`.startsWith(`${value}-`),
        );
      }
      return label === 'kind' ? byKind(segment, value) : byFacet(segment, label, values);
    },
  };
}

type Test = (unit: number) => boolean;

async function byFacet(segment: Segment, facet: Facet, values: number[]): Promise<Test> {
  const units = await Promise.all(values.map((value) => segment.unitsWith(facet, value)));
  const found = new Set(units.flat());
  return (unit) => found.has(unit);
}

async function byRun(segment: Segment, test: (run: Run) => boolean): Promise<Test> {
  const found = new Set<number>();
  for (const run of (await segment.calendar()).runs) {
    if (!test(run)) continue;
    for (let unit = run.first; unit < run.first + run.units; unit++) found.add(unit);
  }
  return (unit) => found.has(unit);
}

async function byKind(segment: Segment, kind: string): Promise<Test> {
  const { statements } = await segment.calendar();
  return (unit) => statements.has(unit) === (kind === 'statement');
}

/** Places of the ids that a folded value names: by a whole form, else by the beginning of one, else by a part. */
export function valuesNamed(aliases: string[][], folded: string): number[] {
  const value = squeezed(folded);
  if (value === '') return [];
  const ways: ((form: string) => boolean)[] = [
    (form) => form === value,
    (form) => form.startsWith(value),
    (form) => form.includes(value),
  ];
  for (const fits of ways) {
    const values = [...aliases.keys()].filter((i) => aliases[i]?.some(fits));
    if (values.length > 0) return values;
  }
  return [];
}
