import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ledgerFaults } from '../ledger/faults.ts';
import { type LedgerEvent, ledgerEvent } from '../model/ledger.ts';
import type { Problem } from '../model/problem.ts';
import { filesIn, readText } from './folder.ts';
import { readJson } from './json.ts';
import { sweep, writeWhole } from './write.ts';
import { check } from './yaml.ts';

/**
 * All that the ledger says: `content/ledger/<source>/<year>.jsonl`, by source and year, as written.
 *
 * A line that is not an event, or refers to nothing above it, is a fatal problem with its line number.
 */
export async function readLedger(
  content: string,
): Promise<{ events: LedgerEvent[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const events: LedgerEvent[] = [];
  for await (const file of readLedgerFiles(content)) {
    for (const event of file.events) events.push(event);
    problems.push(...file.problems);
  }
  return { events, problems };
}

/** The same, a file after another: no more of the ledger is in memory than one. */
export async function* readLedgerFiles(
  content: string,
): AsyncGenerator<{ events: LedgerEvent[]; problems: Problem[] }> {
  for (const file of filesIn(content, 'ledger', '.jsonl')) {
    const problems: Problem[] = [];
    const report = (problem: Problem) => void problems.push({ ...problem, fatal: true });
    const text = (await readText(content, file, report)) ?? '';
    const lines: {
      event: LedgerEvent;
      problem: (path: PropertyKey[], reason: string) => Problem;
    }[] = [];
    for (const [index, line] of text.split('\n').entries()) {
      if (line === '') continue;
      const json = readJson(line, file, report, index + 1);
      const event = json && check(json, ledgerEvent, report);
      if (event) lines.push({ event, problem: (path, reason) => json.problem(path, reason) });
    }
    for (const { at, field, reason } of ledgerFaults(lines.map(({ event }) => event))) {
      const problem = lines[at]?.problem([field], reason);
      if (problem) report(problem);
    }
    yield { events: lines.map(({ event }) => event), problems };
  }
}

/**
 * Add events at the end of the files of their source and year: all of a file's lines or none.
 *
 * Source and year are those of the id that an event is about.
 */
export async function appendLedger(content: string, events: Iterable<LedgerEvent>): Promise<void> {
  const added = new Map<string, string>();
  for (const event of events) {
    const file = path.join(content, ledgerFile(event));
    added.set(file, `${added.get(file) ?? ''}${JSON.stringify(ledgerEvent.parse(event))}\n`);
  }
  for (const [file, lines] of added) {
    await sweep(path.dirname(file));
    const old = await readFile(file, 'utf8').catch(nothingIfMissing);
    await writeWhole(file, old + (old === '' || old.endsWith('\n') ? '' : '\n') + lines);
  }
}

/** The file of a ledger line, below content/: by source and year of the id that it is about. */
export function ledgerFile({ id }: LedgerEvent): string {
  const [source = '', date = ''] = id.split('/');
  return `ledger/${source}/${date.slice(0, 4)}.jsonl`;
}

function nothingIfMissing(cause: NodeJS.ErrnoException): string {
  if (cause.code === 'ENOENT') return '';
  throw cause;
}
