import { type Life, readBook } from '../ledger/book.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Problem } from '../model/problem.ts';
import type { Transcript } from '../model/transcript.ts';
import { filesIn, readText } from './folder.ts';
import { readJson } from './json.ts';
import { ledgerFile } from './ledger.ts';
import { shown } from './reasons.ts';
import { transcriptFile } from './transcripts.ts';
import { wordFaults } from './word-faults.ts';

/** A field of a transcript, or a line of the ledger, and what is wrong with it. */
interface Fault {
  at: PropertyKey[] | LedgerEvent;
  reason: string;
}

/**
 * Where transcripts and ledger contradict each other: a number twice, one that was never minted, one
 * that no page shows, a version that no capture shows, words that no version has, an id of the ledger without
 * its transcript. Each is fatal, by file, line and field.
 *
 * A source without captures and ledger is passed over: a folder may hold transcripts alone.
 */
export async function identityProblems(
  content: string,
  transcripts: Transcript[],
  ledger: LedgerEvent[],
): Promise<Problem[]> {
  const { lives } = readBook(ledger);
  const minted = new Map(ledger.filter(mints).map((event) => [event.id, event]));
  const numbered = new Set([...lives.keys(), ...capturedIn(content)].map(sourceOf));
  const problems: Problem[] = [];
  for (const it of transcripts) {
    const known = numbered.has(it.source) ? againstLedger(it, lives.get(it.id), minted) : [];
    for (const fault of [...ownFaults(it), ...known]) {
      problems.push(await problemAt(content, it, fault));
    }
  }
  const stored = new Set(transcripts.map(({ id }) => id));
  for (const event of ledger) {
    if (event.event !== 'transcript' || stored.has(event.id)) continue;
    const reason = `Expected the transcript that ${shown(event.id)} was minted for, in ${transcriptFile(event.id)}, got none that can be read`;
    const it = { id: event.id, source: sourceOf(event.id) };
    problems.push(await problemAt(content, it, { at: event, reason }));
  }
  return problems;
}

const sourceOf = (id: string): string => id.split('/')[0] ?? '';

/** Ids of the sources that have captures. */
const capturedIn = (content: string): string[] =>
  filesIn(content, 'captures', 'manifest.jsonl').map((file) => file.split('/')[1] ?? '');

const mints = ({ event }: LedgerEvent): boolean => event === 'minted' || event === 'split';

/** What is wrong whatever the ledger says. */
function ownFaults({ id, children }: Transcript): Fault[] {
  const seen = new Set<string>();
  return children.flatMap((child, nth): Fault[] => {
    if (child.type !== 'exchange') return [];
    const again = seen.has(child.id);
    seen.add(child.id);
    const at = ['children', nth, 'id'];
    if (again) return [{ at, reason: `Expected each exchange once, got ${shown(child.id)} again` }];
    const own = `${id}/${child.n}`;
    return child.id === own
      ? []
      : [{ at, reason: `Expected ${shown(own)}, got ${shown(child.id)}` }];
  });
}

function againstLedger(
  it: Transcript,
  life: Life | undefined,
  minted: Map<string, LedgerEvent>,
): Fault[] {
  if (!life?.url)
    return [{ at: ['id'], reason: `Expected an id of the ledger, got ${shown(it.id)}` }];
  const numbers = new Set(
    it.children.flatMap((child) => (child.type === 'exchange' ? child.n : [])),
  );
  const unshown = life.numbers.filter((n) => !numbers.has(n) && !life.gone.has(n));
  return [
    ...numberFaults(it, life),
    ...versionFaults(it, life),
    ...wordFaults(it, life),
    ...unshown.flatMap((n): Fault[] => {
      const at = minted.get(`${it.id}/${n}`);
      const reason = `Expected a number that the transcript shows, or a line that removes it, got ${shown(n)}`;
      return at ? [{ at, reason }] : [];
    }),
  ];
}

function numberFaults({ children }: Transcript, life: Life): Fault[] {
  return children.flatMap((child, nth): Fault[] => {
    if (child.type !== 'exchange') return [];
    const minted = life.numbers.includes(child.n);
    if (minted && !life.gone.has(child.n)) return [];
    const expected = minted ? 'that the ledger has not removed' : 'that the ledger minted';
    const reason = `Expected a number ${expected}, got ${shown(child.n)}`;
    return [{ at: ['children', nth, 'n'], reason }];
  });
}

function versionFaults({ versions, captures }: Transcript, life: Life): Fault[] {
  const known = new Set(captures.map(({ sha256 }) => sha256));
  return versions.flatMap(({ id }, nth): Fault[] => {
    const line = life.versions.get(id);
    if (!line) {
      return [
        {
          at: ['versions', nth, 'id'],
          reason: `Expected a version of the ledger, got ${shown(id)}`,
        },
      ];
    }
    if (known.has(line.capture)) return [];
    const reason = `Expected a capture of the transcript in \`capture\`, got ${shown(line.capture)}`;
    return [{ at: line, reason }];
  });
}

/** The fault with its line and column; the file is read again for it, since faults are rare. */
async function problemAt(
  content: string,
  it: Pick<Transcript, 'id' | 'source'>,
  { at, reason }: Fault,
): Promise<Problem> {
  const field = Array.isArray(at) ? at : [];
  const file = Array.isArray(at) ? transcriptFile(it.id) : ledgerFile(at);
  const text = (await readText(content, file, () => {})) ?? '';
  const line = Array.isArray(at) ? null : lineOf(text, at);
  const json = readJson(line?.text ?? text, file, () => {}, line?.number);
  const problem = json?.problem(field, reason) ?? { file, line: 1, column: 1, reason };
  const cure = `lectern parse ${it.source} writes transcripts again, the ledger comes back from a backup`;
  return { ...problem, reason: `${reason}; ${cure}`, fatal: true };
}

function lineOf(text: string, event: LedgerEvent): { text: string; number: number } | null {
  const lines = text.split('\n');
  const number = lines.findIndex((line) => line.includes(event.id) && same(line, event)) + 1;
  return number > 0 ? { text: lines[number - 1] ?? '', number } : null;
}

function same(line: string, event: LedgerEvent): boolean {
  try {
    const { follows: _, ...said } = JSON.parse(line);
    return JSON.stringify(said) === JSON.stringify(event);
  } catch {
    return false;
  }
}
