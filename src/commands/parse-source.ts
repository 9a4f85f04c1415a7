import path from 'node:path';
import { appendLedger } from '../archive/ledger.ts';
import type { Content } from '../archive/read.ts';
import { writeTranscripts } from '../archive/transcripts.ts';
import { writeVersions } from '../archive/versions.ts';
import { decode } from '../capture/decode.ts';
import { impostor } from '../capture/fetch/judge.ts';
import { listCaptures } from '../capture/list-captures.ts';
import { listWarcs } from '../capture/list-warcs.ts';
import type { Fault } from '../capture/read-warc.ts';
import { readCaptures } from '../capture/store.ts';
import { type Settled, settle } from '../ledger/settle.ts';
import type { Absence, Sighting } from '../ledger/sighting.ts';
import type { Capture } from '../model/capture.ts';
import type { Source } from '../model/source.ts';
import { type Parsed, parse } from '../parse/index.ts';
import type { OutletIndex } from '../parse/outlet.ts';
import { profileOf } from '../parse/profile-of.ts';
import type { Context } from './command.ts';
import { count, emptyTally, type Tally } from './parse-tally.ts';
import { pathFromHere } from './report.ts';

/** Parse every capture of a source, settle what they show, and store it; null where there is no capture. */
export async function parseSource(
  source: Source,
  content: Content,
  outlets: OutletIndex,
  context: Context,
  verbose: boolean,
): Promise<Tally | null> {
  const { terminal } = context;
  if ((await listWarcs(context.content, source.id)).length === 0) return null;
  const tally = emptyTally(source.id);
  const observed = await readObserved(source, content, outlets, context, {
    onFault: (line) => {
      tally.failed += 1;
      terminal.say(line);
    },
    onParsed: (url, parsed) => count(tally, url, parsed, terminal, verbose),
  });
  const { transcripts, written, held } = await settleSource(source, observed, content, context);
  tally.transcripts = transcripts.length;
  tally.written = written;
  tally.exchanges = transcripts
    .flatMap(({ children }) => children)
    .filter((child) => child.type === 'exchange').length;
  tally.held = held.map(({ transcript }) => transcript);
  return tally;
}

/** What a source's captures show: its records as today's parser reads them, and pages that are gone. */
export interface Observed {
  sightings: Sighting[];
  absences: Absence[];
}

/** Every capture of a source; what cannot be read is told, the rest goes on. */
export async function readObserved(
  source: Source,
  content: Content,
  outlets: OutletIndex,
  { content: folder, terminal, signal }: Context,
  tell: { onFault(line: string): void; onParsed(url: string, parsed: Parsed): void },
): Promise<Observed> {
  const sightings: Sighting[] = [];
  const captures = await listCaptures(folder, source.id);
  // Answers that a page is not there or no longer.
  const absences: Absence[] = captures.filter(({ absent }) => absent !== undefined);
  const pages = captures.filter(({ status }) => status === 200).length;
  const progress = terminal.progress(`parsing ${source.id}`, pages);
  const onFault = ({ path: file, offset, reason }: Fault) =>
    tell.onFault(`${pathFromHere(path.join(folder, file))}:${offset}: ${reason}`);
  for await (const capture of readCaptures(folder, source.id, onFault)) {
    signal.throwIfAborted();
    const parsed = parseCapture(capture, source, content, outlets);
    tell.onParsed(capture.url, parsed);
    sightings.push(...sightingOf(capture, parsed));
    if (!parsed.draft && isErrorPage(capture, source)) {
      absences.push({ url: capture.url, status: 200, recorded: capture.recorded });
    }
    progress.advance();
  }
  progress.finish();
  return { sightings, absences };
}

/** Whether a page under status 200 is an error page, by the rules that fetching goes by. */
function isErrorPage({ mediaType, bytes, charset }: Capture, source: Source): boolean {
  if (!mediaType.includes('html')) return false;
  const { text } = decode(bytes, charset);
  return impostor({ bytes: Buffer.from(bytes), text }, source)?.code === 'E_SOFT_404';
}

/** Settle what a source's captures show, and store transcripts, versions and what is new in the ledger. */
export async function settleSource(
  source: Source,
  { sightings, absences }: Observed,
  content: Content,
  context: Context,
): Promise<Settled & { written: number }> {
  const ledger = content.ledger.filter((event) => event.id.startsWith(`${source.id}/`));
  const settled = settle(sightings, ledger, absences);
  // What was minted once stays on the site, even where no capture of it can be read today.
  const minted = ledger.map((event) => event.id.split('/').slice(0, 2).join('/'));
  const { transcripts, versions, events } = settled;
  const { written } = await writeTranscripts(context.content, source.id, transcripts, minted);
  const read = new Set(transcripts.map(({ id }) => id));
  const unread = minted.filter((id) => !read.has(id));
  await writeVersions(context.content, source.id, versions, unread);
  await appendLedger(context.content, events);
  return { ...settled, written: written.length };
}

/** A capture decoded and parsed by its source's rules. */
export function parseCapture(
  { url, mediaType, bytes, charset, sha256 }: Capture,
  source: Source,
  content: Content,
  outlets: OutletIndex,
): Parsed {
  const { text, damaged } = decode(bytes, charset);
  const [found] = [...content.corrections].filter(([, one]) => one.url === url);
  const correction = found && { ...found[1], file: found[0] };
  const parsed = parse(
    { url, mediaType, text, sha256 },
    {
      source,
      profile: profileOf(source, content.dialects),
      outlets,
      ...(correction ? { correction } : {}),
    },
  );
  const { draft } = parsed;
  if (damaged && draft && !draft.flags.includes('damaged-text')) draft.flags.push('damaged-text');
  return parsed;
}

function sightingOf(
  { sha256, url, how, retrieved, recorded }: Capture,
  { draft }: Parsed,
): Sighting[] {
  const fetched = retrieved === undefined ? {} : { retrieved };
  return draft ? [{ draft, recorded, capture: { sha256, url, how, ...fetched } }] : [];
}
