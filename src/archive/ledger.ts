import path from 'node:path';
import { z } from 'zod';
import { writeAll } from '../files/write.ts';
import { type Chain, type ChainLine, chained, lineDigest, readChain } from '../ledger/chain.ts';
import { ledgerFaults } from '../ledger/faults.ts';
import { type LedgerEvent, ledgerEvent } from '../model/ledger.ts';
import type { Problem } from '../model/problem.ts';
import { filesIn, readText } from './folder.ts';
import { readJson } from './json.ts';
import { check, type Report, type Yaml } from './yaml.ts';

/**
 * All that the ledger says: `content/ledger/<source>/<year>.jsonl`, by source and year, as written.
 *
 * A line that is not an event, refers to nothing above it, or follows one that is lost is a fatal problem
 * with its line number.
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

/** The same, file by file: only one of them is in memory at a time. */
export async function* readLedgerFiles(
  content: string,
): AsyncGenerator<{ events: LedgerEvent[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push({ ...problem, fatal: true });
  const heads = await readHeads(content, report);
  const files = filesIn(content, 'ledger', '.jsonl').filter((file) => !isHeads(file));
  for (const head of heads) if (!files.includes(head.file)) report(lostEnd(head));
  if (problems.length > 0) yield { events: [], problems };
  for (const file of files) {
    const own = heads.filter((head) => head.file === file);
    const { events, problems } = await readLedgerFile(content, file, own);
    yield { events, problems };
  }
}

/** A ledger file as it is on the disk. */
interface LedgerFile {
  text: string;
  chain: Chain;
  events: LedgerEvent[];
  problems: Problem[];
}

/** A line of a file, and how to name a place in it. */
interface PlacedLine extends ChainLine {
  problem: Yaml['problem'];
}

async function readLedgerFile(content: string, file: string, heads: Head[]): Promise<LedgerFile> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push({ ...problem, fatal: true });
  const text = (await readText(content, file, report)) ?? '';
  const lines = text
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : (readLine(line, file, index + 1, report) ?? [])));
  const chain = readChain(lines);
  for (const { at, digest } of chain.lost) {
    const cure = 'a line is lost; the ledger comes back from a backup or from git';
    const problem = lines[at]?.problem(['follows'], `Expected a line \`${digest}\` above; ${cure}`);
    if (problem) report(problem);
  }
  for (const head of heads) if (!chain.known.has(head.digest)) report(lostEnd(head));
  const counting = chain.counts.flatMap((at) => lines[at] ?? []);
  const events = counting.map(({ event }) => event);
  for (const { at, field, reason } of ledgerFaults(events)) {
    const problem = counting[at]?.problem([field], reason);
    if (problem) report(problem);
  }
  return { text, chain, events, problems };
}

/** Digests of the lines that a line was written after, 16 characters each. */
const follows = z.string().regex(/^(?:[\w-]{16}(?: [\w-]{16})*)?$/, 'Expected digests of lines');
const link = z.looseObject({ follows: follows.optional() });

function readLine(
  line: string,
  file: string,
  number: number,
  report: Report,
): PlacedLine | undefined {
  if (/^(?:<{7}|={7}|>{7})/.test(line)) {
    const reason = `Expected a line of the ledger, got \`${line.slice(0, 20)}\` of a merge; keep the lines of both sides and delete the marks`;
    return report({ file, line: number, column: 1, reason }) ?? undefined;
  }
  const yaml = readJson(line, file, report, number);
  if (!yaml) return undefined;
  const linked = check(yaml, link, report);
  if (!linked) return undefined;
  const { follows: named, ...value } = linked;
  const event = check({ ...yaml, value }, ledgerEvent, report);
  if (!event) return undefined;
  const { problem } = yaml;
  return { text: line, event, follows: named?.split(' ').filter(Boolean) ?? null, problem };
}

/**
 * Add events at the end of the files of their source and year: all of a file's lines or none.
 *
 * Source and year are those of the id that an event is about. Each line names the one before it. Throws, with nothing
 * written, if a file lacks a line or has one that is not read: what was said would be said again,
 * in other words. The content folder must be locked.
 */
export async function appendLedger(content: string, events: Iterable<LedgerEvent>): Promise<void> {
  const added = new Map<string, LedgerEvent[]>();
  for (const event of events) {
    const file = ledgerFile(ledgerEvent.parse(event));
    added.set(file, [...(added.get(file) ?? []), event]);
  }
  if (added.size === 0) return;
  const heads = await readHeads(content, throwProblem);
  const texts = new Map<string, string>();
  const newest = new Map<string, string>();
  for (const [file, more] of added) {
    const own = heads.filter((head) => head.file === file);
    const { text, chain, problems } = await readLedgerFile(content, file, own);
    if (problems[0]) throwProblem(problems[0]);
    const lines: string[] = [];
    let last = chain.heads;
    for (const event of more) {
      const line = chained(event, last);
      lines.push(`${line}\n`);
      last = [lineDigest(line)];
    }
    const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    texts.set(path.join(content, file), whole + lines.join(''));
    newest.set(file, last[0] ?? '');
  }
  await writeAll(texts);
  // After the lines: if this is cut off, the heads of before are still lines of the files.
  await writeHeads(content, heads, newest);
}

function throwProblem({ file, line, column, reason }: Problem): never {
  throw new Error(`Cannot add to the ledger: ${file}:${line}:${column} ${reason}`);
}

/** The last line of a ledger file when something was added to it; after a merge a file has several. */
const head = z.strictObject({ file: z.string(), digest: z.string() });
type Head = z.infer<typeof head>;

/** Where the heads of a ledger file are kept: it shows that the end of the file is there. */
const headsOf = (file: string): string => path.posix.join(path.posix.dirname(file), 'heads.jsonl');
const isHeads = (file: string): boolean => file === headsOf(file);

const lostEnd = ({ file, digest }: Head): Problem => ({
  file,
  line: 1,
  column: 1,
  reason: `Expected a line with the digest \`${digest}\`; the end of the file is lost, it comes back from a backup or from git`,
});

async function readHeads(content: string, report: Report): Promise<Head[]> {
  const heads: Head[] = [];
  for (const file of filesIn(content, 'ledger', 'heads.jsonl').filter(isHeads)) {
    const text = (await readText(content, file, report)) ?? '';
    for (const [index, line] of text.split('\n').entries()) {
      const json = line === '' ? undefined : readJson(line, file, report, index + 1);
      const read = json && check(json, head, report);
      if (read) heads.push(read);
    }
  }
  return heads;
}

async function writeHeads(
  content: string,
  old: Head[],
  newest: ReadonlyMap<string, string>,
): Promise<void> {
  const folders = new Set([...newest.keys()].map(headsOf));
  const kept = old.filter(({ file }) => !newest.has(file));
  const all = [...kept, ...[...newest].map(([file, digest]): Head => ({ file, digest }))];
  const texts = [...folders].map((folder): [string, string] => [
    path.join(content, folder),
    all
      .filter(({ file }) => headsOf(file) === folder)
      .map((it) => `${JSON.stringify(it)}\n`)
      .sort()
      .join(''),
  ]);
  await writeAll(new Map(texts));
}

/** The file of a ledger line, below content/: by source and year of the id that it is about. */
export function ledgerFile({ id }: LedgerEvent): string {
  const [source = '', date = ''] = id.split('/');
  return `ledger/${source}/${date.slice(0, 4)}.jsonl`;
}
