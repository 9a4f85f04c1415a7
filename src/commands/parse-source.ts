import { appendLedger } from '../archive/ledger.ts';
import { unknownToLedger } from '../archive/stored-ids.ts';
import { writeTranscripts } from '../archive/transcripts.ts';
import { writeVersions } from '../archive/versions.ts';
import { faultOf } from '../capture/file-fault.ts';
import { listWarcs } from '../capture/list-warcs.ts';
import { groundsOf } from '../ledger/grounds.ts';
import type { Held } from '../ledger/held.ts';
import { settle } from '../ledger/settle.ts';
import type { Sighting } from '../ledger/sighting.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Source } from '../model/source.ts';
import type { Transcript } from '../model/transcript.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';
import { type Look, memoryOf, type Observed, observe, type Seen } from './observe.ts';
import { count, emptyTally, type Tally } from './parse-tally.ts';
import { refuse, report } from './report.ts';
import { SettledMemory } from './settled-memory.ts';
import { settleable, type Unreadable } from './unreadable.ts';

/** Parse the captures of a source, settle what they show, and store it; null where there is no capture. */
export async function parseSource(
  source: Source,
  look: Look,
  context: Context,
  verbose: boolean,
): Promise<Tally | null> {
  const { terminal } = context;
  const tally = emptyTally(source.id);
  const observed = await observe(source, look, context, {
    onFault: (line) => {
      tally.failed += 1;
      terminal.say(line);
    },
    onReading: (url, reading) => count(tally, url, reading, terminal, verbose),
  });
  const isKnown = look.content.ledger.some((event) => event.id.startsWith(`${source.id}/`));
  if (!isKnown && tally.failed === 0 && !(await hasWarcs(context.content, source.id))) return null;
  const settled = await settleSource(source, observed, look, context);
  const { exchanges, written, held, unreadable, code } = settled;
  tally.code = code;
  tally.transcripts = exchanges.size;
  tally.written = written;
  tally.exchanges = [...exchanges.values()].reduce((sum, one) => sum + one, 0);
  tally.held = held.map(({ transcript }) => transcript);
  tally.unreadable = unreadable;
  return tally;
}

const hasWarcs = async (content: string, source: string): Promise<boolean> =>
  (await listWarcs(content, source)).length > 0;

/** What settling a source came to. */
interface SourceSettled {
  /** Transcript id → how many exchanges it has. */
  exchanges: Map<string, number>;
  /** How many transcripts are stored with other bytes than before. */
  written: number;
  held: Held[];
  /** Not `done` if nothing could be settled. */
  code: ExitCode;
  /** Transcripts that stay as they are, because a capture of them cannot be read. */
  unreadable: Unreadable[];
  /** The source's ledger with the lines that were added. */
  ledger: LedgerEvent[];
}

/**
 * Settle what a source's captures show, and store transcripts, versions and what is new in the ledger.
 * A transcript that would come out as it is stored is left alone, and so is one whose captures cannot
 * all be read.
 */
export async function settleSource(
  source: Source,
  observed: Observed,
  { content, code, full }: Look,
  context: Context,
): Promise<SourceSettled> {
  const folder = memoryOf(context.content, source.id);
  const place = { content: context.content, source: source.id, folder, code, full };
  const memory = await SettledMemory.open(place);
  const ledger = content.ledger.filter((event) => event.id.startsWith(`${source.id}/`));
  const grounds = groundsOf(observed.seen, ledger, observed.absences);
  const staying = memory.staying(grounds);
  const alone = new Set([...staying.keys()].flatMap((id) => grounds.get(id)?.glimpses ?? []));
  const words = await withWords(observed, alone, context);
  const kept = await settleable(context.content, observed, ledger, new Set(staying.keys()));
  const { seen, absences, unreadable } = kept;
  const sightings = seen.flatMap((it) => words.get(it) ?? []);
  const { transcripts, versions, events, held } = settle(sightings, ledger, absences);
  // What was minted once stays on the site, even where no capture of it can be read today.
  const minted = ledger.map(transcriptOf);
  const lost = await unknownToLedger(context.content, source.id, ledger, events);
  if (lost.length > 0) {
    report(lost, context);
    return {
      exchanges: new Map(),
      written: 0,
      held: [],
      unreadable,
      ledger,
      code: refuse(context),
    };
  }
  // The ledger first: a run that is cut off leaves lines whose transcripts the next run writes. A
  // transcript without its lines would look like a ledger that lost them.
  await appendLedger(context.content, events);
  const written = await writeTranscripts(context.content, transcripts);
  const read = new Set(transcripts.map(({ id }) => id));
  const unread = minted.filter((id) => !read.has(id));
  await writeVersions(context.content, source.id, versions, unread);
  const exchanges = new Map([...staying, ...transcripts.map(counted)]);
  const waiting = new Set(held.map(({ transcript }) => transcript));
  const whole = [...ledger, ...events];
  const after = groundsOf(seen, whole, absences);
  await memory.save(
    after,
    [...exchanges].filter(([id]) => !waiting.has(id)),
  );
  return {
    exchanges,
    written: written.length,
    held,
    unreadable,
    ledger: whole,
    code: exitCodes.done,
  };
}

/** The sightings that are not `alone`, each with its draft; one whose words cannot be read is told and noted. */
export async function withWords(
  { seen, readable }: Observed,
  alone: ReadonlySet<unknown>,
  { terminal }: Context,
): Promise<Map<Seen, Sighting>> {
  const found = new Map<Seen, Sighting>();
  for (const it of seen.filter((one) => !alone.has(one))) {
    const { capture, recorded, redated, words } = it;
    try {
      const dated = redated ? { recorded, redated } : { recorded };
      found.set(it, { capture, ...dated, draft: await words() });
    } catch (cause) {
      const { message, cure } = faultOf(cause);
      terminal.say(`${capture.url}: ${message}; ${cure}`);
      readable.lose(capture.url);
    }
  }
  return found;
}

const transcriptOf = ({ id }: LedgerEvent): string => id.split('/').slice(0, 2).join('/');

const counted = ({ id, children }: Transcript): [id: string, exchanges: number] => [
  id,
  children.filter(({ type }) => type === 'exchange').length,
];
