import type { Outcome } from '../capture/import-files.ts';
import { type ExitCode, exitCodes, type Terminal } from './command.ts';
import { pathFromHere } from './report.ts';

/** Counts what became of imported files and tells it: a line for each file, a sum at the end. */
export interface Tally {
  note(outcome: Outcome): void;
  /** Tells the sum; the exit code that the outcomes mean. */
  sum(): ExitCode;
}

/** Kinds of outcome in the order and the words in which they are told. */
const words = {
  stored: 'stored',
  known: 'already known',
  'no-source': 'of no source',
  'no-page': 'no page',
  damaged: 'damaged',
  refused: 'refused',
} as const satisfies Record<Exclude<Outcome['kind'], 'done'>, string>;
type Counts = Map<string, number>;

/** How many addresses without a source are named; a WARC can hold thousands, the rest is only counted. */
const namedAddresses = 3;

/** A tally that speaks on `terminal`: sums are the result, in lines or as one JSON array; faults are talk. */
export function openTally(terminal: Terminal, json: boolean): Tally {
  const total: Counts = new Map();
  const ofFile: Counts = new Map();
  const files: object[] = [];
  return {
    note(outcome) {
      if (outcome.kind === 'done') {
        const file = pathFromHere(outcome.file);
        files.push({ file, ...Object.fromEntries(ofFile) });
        if (!json) terminal.print(`${file}: ${list(ofFile)}`);
        ofFile.clear();
        return;
      }
      for (const counts of [total, ofFile]) {
        counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
      }
      const line = lineOf(outcome, total.get(outcome.kind) ?? 0);
      if (line) terminal.say(line);
    },
    sum() {
      if (json) terminal.print(JSON.stringify(files));
      else if (files.length !== 1) terminal.print(`${files.length} files: ${list(total)}`);
      const faulty = total.has('damaged') || total.has('refused');
      return faulty ? exitCodes.problems : exitCodes.done;
    },
  };
}

function list(counts: Counts): string {
  const told = Object.entries(words).filter(([kind]) => counts.has(kind));
  if (told.length === 0) return 'nothing to import';
  return told.map(([kind, word]) => `${counts.get(kind)} ${word}`).join(', ');
}

/** The line that an outcome gets by itself; `nth` of its kind in the run. */
function lineOf(outcome: Exclude<Outcome, { kind: 'done' }>, nth: number): string | null {
  const file = pathFromHere(outcome.file);
  switch (outcome.kind) {
    case 'refused':
      return `${file}${'offset' in outcome ? `:${outcome.offset}` : ''}: ${outcome.reason}`;
    case 'damaged':
      return `${file}:${outcome.offset}: ${outcome.reason}; this record is left out`;
    case 'no-source':
      return nth > namedAddresses
        ? null
        : `${file}: no source has \`urls\` that fit ${outcome.url}`;
    default:
      return null;
  }
}
