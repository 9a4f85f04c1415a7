import path from 'node:path';
import { appendLedger } from '../archive/ledger.ts';
import type { Content } from '../archive/read.ts';
import { writeTranscripts } from '../archive/transcripts.ts';
import { writeVersions } from '../archive/versions.ts';
import { decode } from '../capture/decode.ts';
import { listWarcs } from '../capture/list-warcs.ts';
import type { Fault } from '../capture/read-warc.ts';
import { readCaptures } from '../capture/store.ts';
import { settle } from '../ledger/settle.ts';
import type { Sighting } from '../ledger/sighting.ts';
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
  const { terminal, signal } = context;
  if ((await listWarcs(context.content, source.id)).length === 0) return null;
  const tally = emptyTally(source.id);
  const sightings: Sighting[] = [];
  const progress = terminal.progress(`parsing ${source.id}`, 0);
  const onFault = ({ path: file, offset, reason }: Fault) => {
    tally.failed += 1;
    terminal.say(`${pathFromHere(path.join(context.content, file))}:${offset}: ${reason}`);
  };
  for await (const capture of readCaptures(context.content, source.id, onFault)) {
    signal.throwIfAborted();
    const parsed = parseCapture(capture, source, content, outlets);
    count(tally, capture.url, parsed, terminal, verbose);
    sightings.push(...sightingOf(capture, parsed));
    progress.advance();
  }
  progress.finish();
  await store(source, sightings, content, context, tally);
  return tally;
}

/** A capture decoded and parsed by its source's rules. */
export function parseCapture(
  { url, mediaType, bytes, charset, sha256 }: Capture,
  source: Source,
  content: Content,
  outlets: OutletIndex,
): Parsed {
  const { text, damaged } = decode(bytes, charset);
  const correction = [...content.corrections.values()].find((one) => one.url === url);
  const parsed = parse(
    { url, mediaType, text, sha256 },
    { source, profile: profileOf(source), outlets, ...(correction ? { correction } : {}) },
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

async function store(
  source: Source,
  sightings: Sighting[],
  content: Content,
  context: Context,
  tally: Tally,
): Promise<void> {
  const ledger = content.ledger.filter((event) => event.id.startsWith(`${source.id}/`));
  const { transcripts, versions, events, held } = settle(sightings, ledger);
  // What was minted once stays on the site, even where no capture of it can be read today.
  const minted = ledger.map((event) => event.id.split('/').slice(0, 2).join('/'));
  const { written } = await writeTranscripts(context.content, source.id, transcripts, minted);
  const settled = new Set(transcripts.map(({ id }) => id));
  const unread = minted.filter((id) => !settled.has(id));
  await writeVersions(context.content, source.id, versions, unread);
  await appendLedger(context.content, events);
  tally.transcripts = transcripts.length;
  tally.written = written.length;
  tally.exchanges = transcripts
    .flatMap(({ children }) => children)
    .filter((child) => child.type === 'exchange').length;
  tally.held = held.map(({ transcript }) => transcript);
}
