import { readBook } from '../ledger/book.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Problem } from '../model/problem.ts';
import { readText } from './folder.ts';
import { readJson } from './json.ts';
import { shown } from './reasons.ts';
import { transcriptFile, transcriptFiles } from './transcripts.ts';

/**
 * What stored transcripts show and the ledger of their source does not know: a sign that the ledger lost
 * lines, for it is written before they are. Nothing may be numbered then.
 *
 * Of the transcripts that `events` are about, numbers and versions are compared; of all others the id.
 */
export async function unknownToLedger(
  content: string,
  source: string,
  ledger: LedgerEvent[],
  events: LedgerEvent[],
): Promise<Problem[]> {
  const { lives } = readBook(ledger);
  const touched = new Set(events.map(({ id }) => transcriptFile(id)));
  const problems: Problem[] = [];
  const idOf = new Map([...lives.keys()].map((id) => [transcriptFile(id), id]));
  for (const file of transcriptFiles(content, source)) {
    const life = lives.get(idOf.get(file) ?? '');
    if (life && !touched.has(file)) continue;
    const report = (problem: Problem) => void problems.push({ ...problem, fatal: true });
    // What is not JSON says nothing, and is written again.
    const json = readJson((await readText(content, file, report)) ?? '', file, () => {});
    if (!json) continue;
    const lost = (path: PropertyKey[], what: string, got: unknown) =>
      report(json.problem(path, `Expected ${what} of the ledger, got ${shown(got)}; ${cure}`));
    if (!life) lost(['id'], 'an id', idIn(json.value));
    else
      for (const [path, what, known] of namesIn(json.value))
        if (!(what === 'a version' ? life.versions.has(known) : life.numbers.includes(known)))
          lost(path, what, known);
  }
  return problems;
}

const cure =
  'the ledger lost lines, which come back from a backup or from git; if this file is not of this archive, move it away';

/** Numbers and versions that a stored transcript shows, whatever its form. */
function namesIn(stored: unknown): [path: PropertyKey[], what: string, name: string][] {
  return [
    ...listIn(stored, 'children').flatMap((child, at): [PropertyKey[], string, string][] => {
      const n = fieldOf(child, 'n');
      return typeof n === 'string' ? [[['children', at, 'n'], 'a number', n]] : [];
    }),
    ...listIn(stored, 'versions').flatMap((version, at): [PropertyKey[], string, string][] => {
      const id = fieldOf(version, 'id');
      return typeof id === 'string' ? [[['versions', at, 'id'], 'a version', id]] : [];
    }),
  ];
}

const idIn = (stored: unknown): unknown => fieldOf(stored, 'id');

function listIn(value: unknown, key: string): unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? list : [];
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
