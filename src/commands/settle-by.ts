import { appendLedger } from '../archive/ledger.ts';
import { readContent } from '../archive/read.ts';
import { readBook } from '../ledger/book.ts';
import { decide, overruled, readTold } from '../ledger/decide.ts';
import { ledgerFaults } from '../ledger/faults.ts';
import type { Held } from '../ledger/held.ts';
import { review } from '../ledger/review.ts';
import { settle } from '../ledger/settle.ts';
import type { Sighting } from '../ledger/sighting.ts';
import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import type { Source } from '../model/source.ts';
import { dialects } from '../parse/dialects/index.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';
import type { Look, Observed } from './observe.ts';
import { settleSource, withWords } from './parse-source.ts';

/** A source whose captures were settled, with its ledger after that. */
export interface Case {
  source: Source;
  observed: Observed;
  look: Look;
  ledger: LedgerEvent[];
}

/** The settled wording of a transcript that a person may correct: that of a version, or today's. */
export async function correctable(
  about: Case,
  id: string,
  version: string | undefined,
  context: Context,
): Promise<Held | null> {
  return review(await sightingsOf(about, id, context), about.ledger, id, version);
}

/**
 * Carry out what a person decided about a wording. Nothing is written if it does not fit, or if it would
 * break the ledger; what goes against words that are surely the same is only taken with `force`.
 */
export async function settleBy(
  decisions: string[],
  held: Held | null,
  { force, ...about }: Case & { force: boolean },
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  const refuse = (lines: string[]): ExitCode => {
    for (const line of lines) terminal.say(line);
    return exitCodes.wrongUse;
  };
  if (!held) return refuse(['Expected the id of a transcript, or of a version such as ID@v2']);
  const told = decisions.map((text) => ({ text, read: readTold(text) }));
  const odd = told.filter(({ read }) => read === null);
  if (odd.length > 0) {
    return refuse(odd.map(({ text }) => `Expected PLACE=NUMBER or PLACE=new, got \`${text}\``));
  }
  const line = decide(
    held,
    told.flatMap(({ read }) => read ?? []),
  );
  if ('missing' in line) return refuse(line.missing);
  const against = overruled(held, line);
  if (against.length > 0 && !force) {
    const hint = 'Nothing is written; if it is so all the same, say it again with --force';
    return refuse([...against, hint]);
  }
  if (held.settled?.numbers.every((n, at) => n === line.exchanges[at]?.n)) {
    terminal.say(`${held.transcript} has these numbers already; nothing is written`);
    return exitCodes.done;
  }
  const faults = faultsAfter(line, await sightingsOf(about, held.transcript, context), about);
  if (faults.length > 0) return refuse(['Cannot decide so without breaking the ledger', ...faults]);
  await appendLedger(context.content, [line]);
  const content = await readContent(context.content, Object.keys(dialects));
  const after = await settleSource(
    about.source,
    about.observed,
    { ...about.look, content },
    context,
  );
  for (const one of against) terminal.say(`${one}: taken as you say`);
  terminal.say(done(held, after.ledger));
  return after.held.length > 0 ? exitCodes.problems : exitCodes.done;
}

function done({ transcript, settled }: Held, ledger: LedgerEvent[]): string {
  if (!settled) return `${transcript} is settled`;
  const versions = [...(readBook(ledger).lives.get(transcript)?.versions.keys() ?? [])];
  const others = versions.filter((it) => it !== settled.version);
  const rest = `; other versions keep their numbers: see ${others.map((it) => `${transcript}@${it}`).join(', ')}`;
  return `${transcript} is corrected in ${settled.version}${others.length > 0 ? rest : ''}`;
}

/** What a decision would do to the transcript's ledger that must not be, in sentences. */
function faultsAfter(
  line: LedgerLine<'decided'>,
  sightings: Sighting[],
  { observed, ledger }: Case,
): string[] {
  const before = [...ledger, line];
  const { events, transcripts } = settle(sightings, before, observed.absences);
  const own = events.filter(({ id }) => id === line.id || id.startsWith(`${line.id}/`));
  const numbers = transcripts
    .filter(({ id }) => id === line.id)
    .flatMap(({ children }) => children.flatMap((it) => (it.type === 'exchange' ? it.n : [])));
  const twice = numbers.filter((n, at) => numbers.indexOf(n) < at);
  return [
    ...twice.map((n) => `Expected each number once, got \`${n}\` twice`),
    ...ledgerFaults([...before, ...own])
      .filter(({ at }) => at >= ledger.length)
      .map(({ reason }) => reason),
  ];
}

/** What the addresses of a transcript show. */
async function sightingsOf(
  { observed, ledger }: Case,
  id: string,
  context: Context,
): Promise<Sighting[]> {
  const { addresses } = readBook(ledger);
  const others = observed.seen.filter(({ capture }) => !addresses.get(capture.url)?.includes(id));
  return [...(await withWords(observed, new Set(others), context)).values()];
}
