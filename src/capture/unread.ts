import { join } from 'node:path';
import type { Capture } from '../model/capture.ts';
import type { ListedCapture } from './list-captures.ts';
import { sourceOfWarc } from './list-warcs.ts';
import { bytesOf, readRecordContent } from './read-record.ts';
import { type OnFault, readRecordAt } from './read-warc.ts';

/** All of a capture but its bytes, and how to get at them. */
export interface UnreadCapture extends Omit<Capture, 'bytes'> {
  /** The bytes, digests checked; throws where the record is damaged. */
  read(): Promise<Uint8Array>;
}

/**
 * The captures of a source that show a page, in the order of its list: what `readCaptures` yields, of
 * which only those are read whose bytes are asked for. A revisit has the bytes, media type and charset
 * of the first capture with its digest; one without is told to `onFault`.
 */
export function unreadCaptures(
  content: string,
  listed: readonly ListedCapture[],
  onFault: OnFault,
): UnreadCapture[] {
  const holding = new Map<string, ListedCapture[]>();
  return listed.flatMap((it): UnreadCapture[] => {
    const { path, offset, sha256, revisit } = it;
    if (!revisit && (it.status !== 200 || it.absent !== undefined)) return [];
    const known = holding.get(sha256) ?? [];
    if (!revisit) holding.set(sha256, [...known, it]);
    const [shown, ...others] = revisit ? known : [it];
    if (shown) return [unread(content, it, shown, others)];
    const reason = `Cannot read a revisit without a capture of \`${sha256}\` before it`;
    onFault({ path, offset, reason });
    return [];
  });
}

/** A capture of the bytes that the record of `shown`, and as well those of `others`, hold. */
function unread(
  content: string,
  { path, offset, url, how, sha256, recorded, redated }: ListedCapture,
  shown: ListedCapture,
  others: ListedCapture[],
): UnreadCapture {
  const { mediaType, charset } = shown;
  return {
    source: sourceOfWarc(path),
    url,
    how,
    sha256,
    mediaType,
    recorded,
    place: { path, offset },
    ...(redated && { redated }),
    ...(how === 'fetched' && { retrieved: recorded }),
    ...(charset !== undefined && { charset }),
    read: () => readFirst(content, shown, others),
  };
}

/** The bytes of the first of several records that is whole. */
async function readFirst(
  content: string,
  { path, offset }: ListedCapture,
  [next, ...others]: ListedCapture[],
): Promise<Uint8Array> {
  try {
    const record = await readRecordAt(join(content, path), offset);
    return bytesOf(record, readRecordContent(record));
  } catch (cause) {
    if (!next) throw cause;
    return readFirst(content, next, others);
  }
}
