import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { captureRef, type Redated } from '../model/capture.ts';
import { instant } from '../model/names.ts';
import { type DateLine, dateOf, readDates } from './dates.ts';
import { sha256Of } from './digest.ts';
import { faultOf, isOfSystem, refusePointer } from './file-fault.ts';
import { listWarcs } from './list-warcs.ts';
import { manifestPath, readManifest } from './manifest.ts';
import { bytesOf, captureTypes, readCaptureHead, readRecordContent } from './read-record.ts';
import { type OnFault, readWarc } from './read-warc.ts';
import type { WarcRecord } from './warc-record.ts';

const listedCapture = captureRef.pick({ url: true, sha256: true, how: true }).extend({
  recorded: instant,
  /** Where its record begins in the WARC. */
  offset: z.int(),
  /** Media type and charset of a response or resource; a revisit's own head may lack them. */
  mediaType: z.string(),
  charset: z.string().optional(),
  /** WARC-Payload-Digest, for a revisit to name. */
  payloadDigest: z.string(),
  revisit: z.boolean(),
  /** HTTP status: captures that other rooms see have 200. */
  status: z.int(),
  /** What says that the page was not there: 404, 410 or E_SOFT_404, an error page with status 200. */
  absent: z.string().optional(),
  /** Validators as the server sent them, to be sent back unchanged. */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});

/** What an archive knows of one capture without reading its bytes again; `path` is its WARC's below content/. */
export type ListedCapture = z.infer<typeof listedCapture> & {
  path: string;
  /** The record's own WARC-Date, which was wrong, and why `recorded` is another. */
  redated?: Redated;
};

const warcList = z.strictObject({
  version: z.literal(5),
  /** Size and times of the WARC that was read; others mean another file, which is read again. */
  size: z.int(),
  modified: z.number(),
  changed: z.number(),
  captures: z.array(listedCapture),
  /** Records that are damaged, or that no capture can be read from. */
  faults: z.array(z.strictObject({ offset: z.int(), reason: z.string() })),
});
type WarcList = z.infer<typeof warcList>;

/**
 * The captures of a source, oldest WARC first, without their bytes. What a WARC holds is kept beside
 * the content folder in `.cache/captures/`, which can be deleted and is then made again; a WARC never
 * changes, so size and times are enough to know it by.
 *
 * Damaged records are left out and told to `onFault`, and so is a WARC that cannot be opened, that the
 * source's manifest knows and that is missing, or that is not as long as the manifest says. Throws if
 * what was said of dates cannot be read: with wrong dates old words would be today's.
 */
export async function listCaptures(
  content: string,
  source: string,
  onFault: OnFault = () => {},
): Promise<ListedCapture[]> {
  const lists: ListedCapture[][] = [];
  const dates = await readDates(content, source);
  const expected = await sizesOf(content, source, onFault);
  const paths = new Set([...(await listWarcs(content, source)), ...expected.keys()]);
  for (const path of [...paths].sort()) {
    const tell = (offset: number, fault: unknown) => {
      const { message: reason, cure } = faultOf(fault);
      onFault({ path, offset, reason, cure });
    };
    try {
      const { size, captures, faults } = await listWarc(content, path);
      for (const { offset, reason } of faults) tell(offset, reason);
      const sizes = expected.get(path) ?? [size];
      if (!sizes.includes(size)) tell(size, `Expected ${sizes[0]} bytes, got ${size}`);
      lists.push(captures.map((it) => withDate({ ...it, path }, dates)));
    } catch (cause) {
      tell(0, cause);
    }
  }
  return lists.flat();
}

/** The capture with its right date, if a person gave one or its own cannot be. */
function withDate(capture: ListedCapture, dates: DateLine[]): ListedCapture {
  const right = dateOf(dates, capture);
  if (!right) return capture;
  const { recorded, reason } = right;
  return { ...capture, recorded, redated: { from: capture.recorded, reason } };
}

/** Path → lengths of every WARC that the source's manifest knows; a manifest with a fault knows none. */
async function sizesOf(
  content: string,
  source: string,
  onFault: OnFault,
): Promise<Map<string, number[]>> {
  try {
    const lines = await readManifest(content, source);
    const sizes = new Map<string, number[]>();
    // After a merge two lines may be about a file that both sides made: it is one of the two.
    for (const { path, bytes } of lines) sizes.set(path, [...(sizes.get(path) ?? []), bytes]);
    return sizes;
  } catch (cause) {
    const { message: reason, cure } = faultOf(cause);
    onFault({ path: manifestPath(source), offset: 0, reason, cure });
    return new Map();
  }
}

async function listWarc(content: string, path: string): Promise<WarcList> {
  const warc = join(content, path);
  const cache = join(content, '..', '.cache', path.replace(/\.warc\.gz$/, '.json'));
  const { size, mtimeMs: modified, ctimeMs: changed } = await stat(warc);
  const cached = await readCache(cache);
  if (cached?.size === size && cached.modified === modified && cached.changed === changed)
    return cached;
  await refusePointer(warc);
  const list: WarcList = { version: 5, size, modified, changed, captures: [], faults: [] };
  const tell = (offset: number, reason: string) => void list.faults.push({ offset, reason });
  for await (const record of readWarc(warc, (fault) => tell(fault.offset, fault.reason))) {
    if (!captureTypes.has(record.type)) continue;
    try {
      list.captures.push(listRecord(record));
    } catch (cause) {
      if (isOfSystem(cause)) throw cause;
      tell(record.offset, cause instanceof Error ? cause.message : String(cause));
    }
  }
  await writeCache(cache, list);
  return list;
}

function listRecord(record: WarcRecord): WarcList['captures'][number] {
  const { url, recorded, how, digest, absent } = readCaptureHead(record);
  const content = readRecordContent(record);
  const { mediaType, charset, status, headers } = content;
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return {
    url,
    sha256: digest ?? sha256Of(bytesOf(record, content)),
    how,
    recorded,
    offset: record.offset,
    mediaType,
    ...(charset !== undefined && { charset }),
    payloadDigest: record.headers.get('warc-payload-digest') ?? '',
    revisit: record.type === 'revisit',
    status,
    ...(absent !== undefined && { absent }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

async function readCache(path: string): Promise<WarcList | null> {
  try {
    return warcList.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** A cache that cannot be written only costs time. */
async function writeCache(path: string, list: WarcList): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(list));
    await rename(`${path}.new`, path);
  } catch {}
}
