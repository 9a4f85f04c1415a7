import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gather } from '../src/archive/gather.ts';
import { appendLedger } from '../src/archive/ledger.ts';
import { transcriptFile } from '../src/archive/transcripts.ts';
import { faceOf } from '../src/ledger/face.ts';
import { wordingDigest } from '../src/ledger/wording.ts';
import type { LedgerEvent } from '../src/model/ledger.ts';
import { type Transcript, transcript } from '../src/model/transcript.ts';
import { recombine } from './search-corpus.ts';

/** What is made anew at every size; captures are not read by a build. */
const made = ['captures', 'ledger', 'transcripts', 'versions'];

/**
 * Fills `folder` with an archive of `size` exchanges, recombined from those of another content
 * folder: what people wrote there, and transcripts and ledger as parsing would have left them.
 */
export async function fillContent(real: string, folder: string, size: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  cpSync(real, folder, {
    recursive: true,
    filter: (file) => !made.includes(path.relative(real, file).split(path.sep)[0] ?? ''),
  });
  const archive = await gather(real);
  const { transcripts } = recombine(archive, size);
  const events: LedgerEvent[] = [];
  for (const [index, one] of transcripts.entries()) {
    const it = { ...one, url: `${one.url}?${index}`, versions: versionsOf(one) };
    writeTranscript(folder, it);
    events.push(...eventsOf(it));
  }
  await appendLedger(folder, events);
}

/** One more conference on the day after the last one: the last one's exchanges once more. */
export async function addDay(folder: string): Promise<void> {
  const { transcripts } = await gather(folder);
  const last = transcripts.at(-1);
  if (!last) throw new Error('Cannot add a day without one before it');
  const date = new Date(Date.parse(last.date) + 86_400_000).toISOString().slice(0, 10);
  const id = `${last.source}/${date}`;
  const children = last.children.map((child) =>
    child.type === 'exchange' ? { ...child, id: `${id}/${child.n}` } : child,
  );
  const url = `${last.url}&next`;
  const it = { ...last, id, url, date, briefing: `${last.institution}/${date}`, children };
  writeTranscript(folder, it);
  await appendLedger(folder, eventsOf(it));
}

function writeTranscript(folder: string, it: Transcript): void {
  const text = `${JSON.stringify(transcript.parse(it), null, 2)}\n`;
  put(path.join(folder, transcriptFile(it.id)), text);
}

function put(file: string, text: string): void {
  if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A recombined transcript has other words than the one whose versions it was given. */
const versionsOf = ({ versions, children }: Transcript): Transcript['versions'] =>
  versions.slice(0, 1).map((first) => ({ ...first, digest: wordingDigest(children) }));

/** What the ledger says when a transcript and its exchanges are first seen. */
function* eventsOf({ id, url, versions, captures, children }: Transcript): Generator<LedgerEvent> {
  const seen = '2026-11-21T00:00:00Z';
  const [first] = versions;
  yield { event: 'transcript', id, url, seen };
  const capture = captures[0]?.sha256 ?? '';
  yield {
    event: 'version',
    id,
    version: 'v1',
    digest: first?.digest ?? '',
    capture,
    seen,
    same: [],
  };
  for (const child of children) {
    if (child.type !== 'exchange') continue;
    yield { event: 'minted', id: child.id, version: 'v1', ...faceOf(child) };
  }
}
