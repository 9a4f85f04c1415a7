import { join } from 'node:path';
import type { Capture } from '../model/capture.ts';
import { sha256Of } from './digest.ts';
import { FileFault, faultOf, isOfSystem, refusePointer, restore } from './file-fault.ts';
import { listWarcs, sourceOfWarc } from './list-warcs.ts';
import {
  bytesOf,
  type Content,
  captureTypes,
  readCaptureHead,
  readRecordContent,
} from './read-record.ts';
import { type OnFault, readRecordAt, readWarc } from './read-warc.ts';
import type { WarcRecord } from './warc-record.ts';

/**
 * Every capture of the archive, or of one source, in the order of source, WARC path, offset; digests
 * checked. A revisit yields the bytes that it saw again. Responses other than 200, and
 * error pages that pretend to be one, are no captures.
 *
 * `onFault` is told what is damaged, with the WARC's path below content/; everything else is still
 * yielded. Without it the first fault is thrown.
 */
export async function* readCaptures(
  content: string,
  source?: string,
  onFault: OnFault = throwFault,
): AsyncGenerator<Capture> {
  const seen = new Seen(content);
  for (const path of await listWarcs(content, source)) {
    yield* capturesIn(content, path, seen, (fault) => onFault({ ...fault, path }));
  }
}

async function* capturesIn(
  content: string,
  path: string,
  seen: Seen,
  onFault: OnFault,
): AsyncGenerator<Capture> {
  const tell = (offset: number, fault: unknown) => {
    const { message: reason, cure } = faultOf(fault);
    onFault({ path, offset, reason, cure });
  };
  try {
    await refusePointer(join(content, path));
    for await (const record of readWarc(join(content, path), onFault)) {
      if (!captureTypes.has(record.type)) continue;
      const { offset } = record;
      const capture = await readCapture(record, path, seen).catch((fault) => tell(offset, fault));
      if (capture) yield capture;
    }
  } catch (cause) {
    if (!isOfSystem(cause) && !(cause instanceof FileFault)) throw cause;
    tell(0, cause);
  }
}

const throwFault: OnFault = ({ path, offset, reason, cure = restore }) => {
  throw new Error(`${path}:${offset}: ${reason}; ${cure}`);
};

/** Where the bytes of each digest stand, by source: a revisit may only look back within its own. */
class Seen {
  readonly #content: string;
  readonly #places = new Map<string, Capture['place']>();

  constructor(content: string) {
    this.#content = content;
  }

  note(source: string, digest: string, place: Capture['place']): void {
    const key = `${source} ${digest}`;
    if (!this.#places.has(key)) this.#places.set(key, place);
  }

  async read(source: string, digest: string): Promise<Seeing> {
    const place = this.#places.get(`${source} ${digest}`);
    if (!place)
      throw new Error(`Cannot read a revisit without a capture of \`${digest}\` before it`);
    const record = await readRecordAt(join(this.#content, place.path), place.offset);
    const content = readRecordContent(record);
    return { content, bytes: bytesOf(record, content) };
  }
}

interface Seeing {
  content: Content;
  bytes: Buffer;
}

async function readCapture(record: WarcRecord, path: string, seen: Seen): Promise<Capture | null> {
  const { url, recorded, how, digest, absent } = readCaptureHead(record);
  const own = readRecordContent(record);
  const source = sourceOfWarc(path);
  const place = { path, offset: record.offset };
  if (record.type === 'response' && (own.status !== 200 || absent !== undefined)) return null;
  const { content, bytes } =
    record.type === 'revisit'
      ? await seen.read(source, digest ?? '')
      : { content: own, bytes: bytesOf(record, own) };
  const sha256 = digest ?? sha256Of(bytes);
  if (record.type !== 'revisit') seen.note(source, sha256, place);
  const { mediaType, charset } = content;
  return {
    source,
    url,
    how,
    sha256,
    mediaType,
    bytes,
    recorded,
    place,
    ...(how === 'fetched' && { retrieved: recorded }),
    ...(charset !== undefined && { charset }),
  };
}
