import path from 'node:path';
import { digestOf } from '../archive/note.ts';
import type { Content } from '../archive/read.ts';
import { withheldIn } from '../archive/withheld.ts';
import { faultOf, restore } from '../capture/file-fault.ts';
import { isFuture } from '../capture/future.ts';
import { listCaptures } from '../capture/list-captures.ts';
import { futureSentence } from '../capture/newest.ts';
import type { Fault } from '../capture/read-warc.ts';
import { type UnreadCapture, unreadCaptures } from '../capture/unread.ts';
import type { Glimpse } from '../ledger/grounds.ts';
import type { Absence } from '../ledger/sighting.ts';
import type { Draft } from '../model/draft.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Source } from '../model/source.ts';
import { outletIndex } from '../parse/outlet.ts';
import { profileOf } from '../parse/profile-of.ts';
import { engineDigest } from '../site/engine.ts';
import type { Context } from './command.ts';
import { Readable } from './readable.ts';
import { correctionOf, type ReadingContext, readPage } from './reading.ts';
import { ReadingMemory, type Remembered } from './reading-memory.ts';
import { pathFromHere } from './report.ts';

/** How the captures of an archive are looked at. */
export interface Look extends Omit<ReadingContext, 'source'> {
  content: Content;
  /** Digest of the code that reads and settles. */
  code: string;
  /** Whether to read and settle everything anew. */
  full: boolean;
  /** What reads a page that is not remembered. */
  read: typeof readPage;
}

const codeFolders = ['capture', 'parse', 'ledger', 'model', 'archive', 'commands'];

/** Look at captures with all that is remembered of them; with `full`, at each of them anew. */
export async function openLook(content: Content, full: boolean): Promise<Look> {
  const code = await engineDigest(codeFolders.map((room) => `src/${room}`));
  return { content, outlets: outletIndex(content.outlets.values()), code, full, read: readPage };
}

/** A sighting that can be had with its words. */
export interface Seen extends Glimpse {
  words(): Promise<Draft>;
}

/** What a source's captures show: its records as today's parser reads them, and pages that are gone. */
export interface Observed {
  seen: Seen[];
  absences: Absence[];
  /** Which captures could be read, and which could not. */
  readable: Readable;
}

/** Who is told, in the order of captures. */
interface Tell {
  onFault(line: string): void;
  onReading(url: string, reading: Remembered): void;
}

/** Every capture of a source; what cannot be read is told, the rest goes on. */
export async function observe(
  source: Source,
  look: Look,
  { content: folder, terminal, signal, now }: Context,
  tell: Tell,
): Promise<Observed> {
  const readable = new Readable();
  const onFault = (fault: Fault) => {
    readable.faults += 1;
    tell.onFault(lineOf(folder, fault));
  };
  const listed = await listCaptures(folder, source.id, onFault);
  const captures = unreadCaptures(folder, listed, onFault);
  // Answers that a page is not there or no longer.
  const absences: Absence[] = listed.filter(({ absent }) => absent !== undefined);
  const coming = listed.filter(({ recorded }) => isFuture(recorded, now()));
  for (const it of coming.slice(0, 1)) tell.onFault(futureSentence(it, now()));
  const seen: Seen[] = [];
  const rules = rulesOf(source, look);
  const memory = await ReadingMemory.open(memoryOf(folder, source.id), { rules, full: look.full });
  const silent = withheldAddresses(look.content.ledger);
  for (const capture of captures)
    if (silent.has(capture.url)) memory.withhold(keyOf(capture, look));
  const progress = terminal.progress(`parsing ${source.id}`, captures.length);
  try {
    for (const capture of captures) {
      signal.throwIfAborted();
      const found = await lookAt(capture, source, look, memory, onFault);
      progress.advance();
      if (!found) readable.lose(capture.url);
      if (!found) continue;
      readable.add(capture);
      tell.onReading(capture.url, found.reading);
      seen.push(...sightingOf(capture, found));
      const { url, recorded, redated } = capture;
      if (found.reading.absent)
        absences.push({ url, status: 200, recorded, ...(redated && { redated }) });
    }
    memory.forgetOthers();
  } finally {
    await memory.save();
  }
  progress.finish();
  return { seen, absences, readable };
}

/** A fault of a capture in one line, with what to do. */
const lineOf = (folder: string, { path: file, offset, reason, cure = restore }: Fault): string =>
  `${pathFromHere(path.join(folder, file))}:${offset}: ${reason}; ${cure}`;

/** Where the notes about a source's captures lie: beside the content folder, not in it. */
export const memoryOf = (content: string, source: string): string =>
  path.join(content, '..', '.cache/parsed', source);

/** Addresses of the pages of which something is withheld. */
function withheldAddresses(ledger: LedgerEvent[]): Set<string> {
  const ids = new Set([...withheldIn(ledger).ids].map((id) => id.split('/', 2).join('/')));
  return new Set(
    ledger.flatMap((it) =>
      (it.event === 'transcript' || it.event === 'address') && ids.has(it.id) ? [it.url] : [],
    ),
  );
}

interface Found {
  reading: Remembered;
  words(): Promise<Draft>;
}

/** What a capture gives, read only where it is not remembered; null where it is damaged. */
async function lookAt(
  capture: UnreadCapture,
  source: Source,
  look: Look,
  memory: ReadingMemory,
  onFault: (fault: Fault) => void,
): Promise<Found | null> {
  const key = keyOf(capture, look);
  const read = async (bytes: Uint8Array) => {
    await memory.begin(key);
    const reading = look.read({ ...capture, bytes }, { ...look, source });
    await memory.end(key);
    const { draft } = reading;
    return { reading: await memory.keep(key, reading), words: async () => wordsOf(draft) };
  };
  const reading = memory.recall(key);
  if (reading) {
    const again = async () => (await read(await capture.read())).words();
    const digest = reading.draft?.digest ?? '';
    return { reading, words: async () => (await memory.draft(digest)) ?? again() };
  }
  if (memory.isDeadly(key)) {
    const reason = `Cannot read ${capture.url}, at which three runs ended: \`lectern parse --full\` tries it again`;
    onFault({ ...capture.place, reason });
    return null;
  }
  const bytes = await capture.read().catch((cause: unknown) => {
    const { message: reason, cure } = faultOf(cause);
    onFault({ ...capture.place, reason, cure });
  });
  return bytes ? read(bytes) : null;
}

function wordsOf(draft: Draft | null): Draft {
  if (!draft) throw new Error('Cannot settle a page without a draft of it');
  return draft;
}

function sightingOf(
  { sha256, url, how, retrieved, recorded, redated }: UnreadCapture,
  { reading: { draft }, words }: Found,
): Seen[] {
  const fetched = retrieved === undefined ? {} : { retrieved };
  const dated = redated ? { recorded, redated } : { recorded };
  return draft ? [{ ...draft, ...dated, capture: { sha256, url, how, ...fetched }, words }] : [];
}

/** Digest of all that a reading depends on beside the capture and its correction. */
function rulesOf(source: Source, { content, outlets, code }: Look): string {
  const profile = profileOf(source, content.dialects);
  return digestOf(JSON.stringify([code, source, profile, [...outlets]]));
}

/** Stands for a capture and the correction that concerns it. */
function keyOf({ sha256, url, mediaType, charset }: UnreadCapture, { content }: Look): string {
  const correction = correctionOf(url, content);
  return digestOf(JSON.stringify([sha256, url, mediaType, charset ?? null, correction]));
}
