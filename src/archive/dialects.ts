import { type Dialect, dialect } from '../model/dialect.ts';
import { keep, namedAfterId, type Rule } from './cross.ts';
import type { Reader } from './reader.ts';
import { shown } from './reasons.ts';
import type { Report } from './yaml.ts';

/** The dialects that an archivist wrote; `built` are the names of Lectern's own, which stay Lectern's. */
export async function readDialects(
  reader: Reader,
  built: readonly string[] | undefined,
  report: Report,
): Promise<Map<string, Dialect>> {
  const rules: Rule<Dialect>[] = built ? [namedAfterId(), besides(built)] : [namedAfterId()];
  const kept = keep(await reader.each('dialects', dialect), rules, report);
  return new Map(kept.map(({ value }) => [value.id, value]));
}

/** Its own name is none of Lectern's, what it is like is one. */
const besides =
  (built: readonly string[]): Rule<Dialect> =>
  ({ value: { id, like } }) => {
    if (built.includes(id))
      return {
        path: ['id'],
        reason: `Expected a name that Lectern does not use, got ${shown(id)}`,
      };
    if (like === undefined || built.includes(like)) return null;
    const reason = `Expected one of ${built.map(shown).join(', ')}, got ${shown(like)}`;
    return { path: ['like'], reason };
  };
