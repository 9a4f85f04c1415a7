import { basename, join } from 'node:path';
import type { StoredRecord } from '../model/capture.ts';
import { openWindow } from './file-window.ts';
import { readMember } from './gzip-member.ts';
import { listWarcs } from './list-warcs.ts';
import { captureTypes, readRecordContent, targetOf } from './read-record.ts';
import { type OnFault, readWarc } from './read-warc.ts';
import type { WarcRecord } from './warc-record.ts';

/**
 * Every whole record of a source's captures with its bytes as they are stored, in the order of WARCs
 * and of records. What is damaged is told to `onFault` and left out.
 */
export async function* storedRecords(
  content: string,
  source: string,
  onFault: OnFault,
): AsyncGenerator<StoredRecord> {
  for (const path of await listWarcs(content, source)) {
    const file = await openWindow(join(content, path));
    try {
      for await (const record of readWarc(join(content, path), (it) => onFault({ ...it, path }))) {
        const { offset } = record;
        const { end } = await readMember(file, offset);
        const bytes = await file.read(offset, end - offset);
        const described = describe(record, (reason) => onFault({ path, offset, reason }));
        if (described) yield { warc: basename(path), bytes, ...described };
      }
    } finally {
      await file.close();
    }
  }
}

function describe(
  record: WarcRecord,
  tell: (reason: string) => void,
): Omit<StoredRecord, 'warc' | 'bytes'> | null {
  const field = (name: string) => record.headers.get(name);
  const told = {
    type: record.type,
    url: targetOf(record),
    recorded: field('warc-date') ?? '',
    digest: field('warc-payload-digest') ?? '',
  };
  if (!captureTypes.has(record.type)) return { ...told, mediaType: '', status: 200 };
  try {
    const { mediaType, status } = readRecordContent(record);
    return { ...told, mediaType, status };
  } catch (cause) {
    tell(cause instanceof Error ? cause.message : String(cause));
    return null;
  }
}
