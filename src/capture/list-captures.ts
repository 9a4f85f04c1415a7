import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { captureRef } from '../model/capture.ts';
import { instant } from '../model/names.ts';
import { listWarcs } from './list-warcs.ts';
import { sha256Of } from './new-capture.ts';
import { bytesOf, captureTypes, readCaptureHead, readRecordContent } from './read-record.ts';
import { readWarc } from './read-warc.ts';
import type { WarcRecord } from './warc-record.ts';

const listedCapture = captureRef.pick({ url: true, sha256: true, how: true }).extend({
  recorded: instant,
  /** Media type of a response or resource; a revisit's own head may lack it. */
  mediaType: z.string(),
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

/** What an archive knows of one capture without reading its bytes again. */
export type ListedCapture = z.infer<typeof listedCapture>;

const warcList = z.strictObject({
  version: z.literal(3),
  /** Size and time of the WARC that was read; others mean another file, which is read again. */
  size: z.int(),
  modified: z.number(),
  captures: z.array(listedCapture),
});

/**
 * The captures of a source, oldest WARC first, without their bytes. What a WARC holds is kept beside
 * the content folder in `.cache/captures/`, which can be deleted and is then made again; a WARC never
 * changes, so size and time are enough to know it by. Damaged records are left out: `verify` reports them.
 */
export async function listCaptures(content: string, source: string): Promise<ListedCapture[]> {
  const lists: ListedCapture[][] = [];
  for (const path of await listWarcs(content, source)) lists.push(await listWarc(content, path));
  return lists.flat();
}

async function listWarc(content: string, path: string): Promise<ListedCapture[]> {
  const warc = join(content, path);
  const cache = join(content, '..', '.cache', path.replace(/\.warc\.gz$/, '.json'));
  const { size, mtimeMs: modified } = await stat(warc);
  const cached = await readCache(cache);
  if (cached?.size === size && cached.modified === modified) return cached.captures;
  const captures: ListedCapture[] = [];
  for await (const record of readWarc(warc, () => {})) {
    const listed = listRecord(record);
    if (listed) captures.push(listed);
  }
  await writeCache(cache, { version: 3, size, modified, captures });
  return captures;
}

function listRecord(record: WarcRecord): ListedCapture | null {
  if (!captureTypes.has(record.type)) return null;
  try {
    const { url, recorded, how, digest, absent } = readCaptureHead(record);
    const content = readRecordContent(record);
    const etag = content.headers.get('etag');
    const lastModified = content.headers.get('last-modified');
    return {
      url,
      sha256: digest ?? sha256Of(bytesOf(record, content)),
      how,
      recorded,
      mediaType: content.mediaType,
      payloadDigest: record.headers.get('warc-payload-digest') ?? '',
      revisit: record.type === 'revisit',
      status: content.status,
      ...(absent !== undefined && { absent }),
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    };
  } catch {
    return null;
  }
}

async function readCache(path: string): Promise<z.infer<typeof warcList> | null> {
  try {
    return warcList.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** A cache that cannot be written only costs time. */
async function writeCache(path: string, list: z.infer<typeof warcList>): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(list));
    await rename(`${path}.new`, path);
  } catch {}
}
