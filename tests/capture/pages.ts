import { readFile } from 'node:fs/promises';
import { sha256Of } from '../../src/capture/digest.ts';
import type { NewCapture } from '../../src/capture/new-capture.ts';
import { openRun } from '../../src/capture/open-run.ts';
import type { Fault } from '../../src/capture/read-warc.ts';
import { readWarc } from '../../src/capture/read-warc.ts';
import { readCaptures } from '../../src/capture/store.ts';
import type { Capture } from '../../src/model/capture.ts';

/** A page of the made-up press office, by number. */
export const pageUrl = (n: number): string =>
  `https://press.caldmere.example/briefings/2031-05-${String(n).padStart(2, '0')}`;

/** A fetched response with this body, not stored yet. */
export function response(n: number, body = `<h1>Briefing ${n}</h1>`, head = ''): NewCapture {
  const bytes = Buffer.from(body);
  const fields = `Content-Type: text/html; charset=utf-8\r\n${head}`;
  return {
    type: 'response',
    url: pageUrl(n),
    how: 'fetched',
    sha256: sha256Of(bytes),
    mediaType: 'text/html',
    recorded: `2031-05-${String(n).padStart(2, '0')}T16:00:00Z`,
    contentType: 'application/http; msgtype=response',
    block: Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${fields}\r\n`), bytes]),
    payloadDigest: `sha256:${sha256Of(bytes)}`,
  };
}

/** The page seen again, unchanged. */
export function revisit(n: number, body = `<h1>Briefing ${n}</h1>`): NewCapture {
  return {
    ...response(n, body),
    type: 'revisit',
    recorded: `2031-06-${String(n).padStart(2, '0')}T16:00:00Z`,
    block: Buffer.from('HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'),
    refersTo: { url: pageUrl(n), recorded: response(n).recorded },
  };
}

/** Stores captures as one run; the WARC's path below content/. */
export async function storeRun(
  content: string,
  captures: NewCapture[],
  started = '2031-05-31T18:00:00.000Z',
): Promise<string> {
  const run = openRun(content, new Date(started));
  for (const capture of captures) await run.add('caldmere', capture);
  return (await run.close())[0] ?? '';
}

/** All captures and all faults of an archive. */
export async function readAll(content: string): Promise<{ captures: Capture[]; faults: Fault[] }> {
  const captures: Capture[] = [];
  const faults: Fault[] = [];
  for await (const it of readCaptures(content, undefined, (fault) => faults.push(fault))) {
    captures.push(it);
  }
  return { captures, faults };
}

/** Record types, offsets of faults and reasons of a WARC. */
export async function readRecords(path: string) {
  const records: { type: string; block: string; offset: number }[] = [];
  const faults: Fault[] = [];
  for await (const { type, block, offset } of readWarc(path, (fault) => faults.push(fault))) {
    records.push({ type, block: block.toString('latin1'), offset });
  }
  return { records, faults, size: (await readFile(path)).length };
}
