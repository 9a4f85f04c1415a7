import { basename, extname } from 'node:path';
import type { Outlet } from '../model/outlet.ts';
import type { Person } from '../model/person.ts';
import { comparable } from '../topics/comparable.ts';
import type { Located } from './reader.ts';
import { shown } from './reasons.ts';
import type { Report } from './yaml.ts';

/** What keeps a value out: the field at fault and why; null where nothing does. */
export type Rule<T> = (located: Located<T>) => { path: PropertyKey[]; reason: string } | null;

/** The values that every rule lets pass, in their order; the others are reported. */
export function keep<T, L extends Located<T>>(
  list: (L & Located<T>)[],
  rules: Rule<NoInfer<T>>[],
  report: Report,
): L[] {
  return list.filter((located) => {
    const faults = rules.flatMap((rule) => rule(located) ?? []);
    for (const { path, reason } of faults) report(located.problem(path, reason));
    return faults.length === 0;
  });
}

/** No second value may have an id; the first one keeps it. */
export function uniqueId(): Rule<{ id: string }> {
  const first = new Map<string, string>();
  return ({ value: { id }, file }) => {
    const known = first.get(id);
    if (known !== undefined) {
      return { path: ['id'], reason: `Expected an id of its own, got ${shown(id)} of ${known}` };
    }
    first.set(id, file);
    return null;
  };
}

/** No id may stand in two lists of a field, nor twice in one. */
export function eachOnce<K extends string>(field: K): Rule<Record<K, string[]>> {
  const seen = new Set<string>();
  return ({ value }) => {
    for (const [index, id] of value[field].entries()) {
      if (seen.has(id)) {
        return { path: [field, index], reason: `Expected each id once, got ${shown(id)} again` };
      }
      seen.add(id);
    }
    return null;
  };
}

/** A file is named after the id in it. */
export function namedAfterId(): Rule<{ id: string }> {
  return ({ value: { id }, file }) => {
    const name = basename(file, extname(file));
    if (name === id) return null;
    return {
      path: ['id'],
      reason: `Expected the id ${shown(name)} as the file is named, got ${shown(id)}`,
    };
  };
}

/** A field names something that exists. */
export function known<K extends string>(
  field: K,
  what: string,
  ids: Iterable<string>,
): Rule<Record<K, string>> {
  const set = new Set(ids);
  return ({ value }) =>
    set.has(value[field])
      ? null
      : { path: [field], reason: `Expected ${what}, got ${shown(value[field])}` };
}

/** A field lists only ids that exist; a missing field lists none. */
export function knownAll<K extends string>(
  field: K,
  what: string,
  ids: Iterable<string>,
): Rule<Partial<Record<K, string[] | undefined>>> {
  const set = new Set(ids);
  return ({ value }) => {
    const index = value[field]?.findIndex((id) => !set.has(id)) ?? -1;
    if (index < 0) return null;
    return {
      path: [field, index],
      reason: `Expected ${what}, got ${shown(value[field]?.[index])}`,
    };
  };
}

/** Forms that labels do not tell apart: case, traditional characters, quotation marks and spaces. */
const alike = (form: string): string => comparable(form).replace(/[《》〈〉“”"'\s]/gu, '');

/** No printed form of a name may lead to two outlets; where one does, the second outlet is reported. */
export function uniqueForms(): Rule<Outlet | Person> {
  const claimed = new Map<string, string>();
  return ({ value }) => {
    const scope = 'institution' in value ? `${value.institution}\n` : '';
    const short = 'short' in value && value.short ? Object.values(value.short) : [];
    const forms = [...Object.values(value.names), ...short, ...value.aliases];
    const owner = (form: string) => claimed.get(scope + alike(form));
    const taken = forms.find((form) => (owner(form) ?? value.id) !== value.id);
    if (taken !== undefined) {
      const reason = `Expected a name of its own, got ${shown(taken)} of ${owner(taken)}`;
      const index = value.aliases.indexOf(taken);
      return { path: index >= 0 ? ['aliases', index] : ['names'], reason };
    }
    for (const form of forms) claimed.set(scope + alike(form), value.id);
    return null;
  };
}

/** By id, in the order of the list. */
export const byId = <T extends { id: string }>(list: { value: T }[]): Map<string, T> =>
  new Map(list.map(({ value }) => [value.id, value]));
