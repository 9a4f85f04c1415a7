import { isOfSystem } from './file-fault.ts';
import { type FileWindow, openWindow } from './file-window.ts';
import { peekMember, readMember } from './gzip-member.ts';
import { hasDigest, headLength, readHead, takeRecord, type WarcRecord } from './warc-record.ts';

/** What is wrong with a WARC, and where: the offset of the record or gzip member in the file. */
export interface Fault {
  path: string;
  offset: number;
  reason: string;
  /** What to do, if it is known. */
  cure?: string;
}

/** Told every fault; the records before and after it are still yielded. */
export type OnFault = (fault: Fault) => void;

const largestHead = 1 << 16;
const largestBlock = 64 << 20;
/** Some writers pack several records together; a bomb packs millions. */
const mostRecords = 10_000;

/**
 * The whole records of a `.warc` or `.warc.gz`, in file order, block digests checked. Strict, where
 * warcio's own reader takes a cut or damaged file without a word: each fault is told once to
 * `onFault`, and reading goes on at the next place that looks like a record. Throws if the file itself
 * cannot be read.
 */
export async function* readWarc(path: string, onFault: OnFault): AsyncGenerator<WarcRecord> {
  const file = await openWindow(path);
  try {
    const packed = (await file.read(0, 2)).equals(gzipMagic.subarray(0, 2));
    let offset = 0;
    while (offset < file.size) {
      const tell = (cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        onFault({ path, offset, reason });
      };
      try {
        const step = packed ? await unpackRecords(file, offset) : await readPlain(file, offset);
        for (const fault of step.faults) tell(fault);
        yield* step.records.filter((record) => intact(record, tell));
        offset = step.end;
      } catch (cause) {
        if (isOfSystem(cause)) throw cause;
        tell(cause);
        offset = await findNext(file, offset + 1, packed);
      }
    }
  } finally {
    await file.close();
  }
}

/** The record at `offset` of a file whose offsets are known; throws where there is none or it is damaged. */
export async function readRecordAt(path: string, offset: number): Promise<WarcRecord> {
  const file = await openWindow(path);
  try {
    const packed = (await file.read(offset, 2)).equals(gzipMagic.subarray(0, 2));
    const step = packed ? await unpackRecords(file, offset) : await readPlain(file, offset);
    const record = step.records[0];
    if (!record) throw new Error(`Expected a WARC record at ${path}:${offset}, got none`);
    return record;
  } finally {
    await file.close();
  }
}

interface Step {
  records: WarcRecord[];
  faults: unknown[];
  end: number;
}

const gzipMagic = Buffer.from([0x1f, 0x8b, 8]);

function intact(record: WarcRecord, tell: (cause: unknown) => void): boolean {
  const declared = record.headers.get('warc-block-digest');
  const good = declared === undefined || hasDigest(record.block, declared);
  if (!good) tell(new Error(`Expected a block with the digest \`${declared}\`, got another`));
  return good;
}

async function unpackRecords(file: FileWindow, offset: number): Promise<Step> {
  const { bytes, end } = await readMember(file, offset);
  const step: Step = { records: [], faults: [], end };
  try {
    for (let at = 0; at < bytes.length; ) {
      if (step.records.length === mostRecords)
        throw new Error(`Expected one record a gzip member, got more than ${mostRecords}`);
      const taken = takeRecord(bytes, at, offset, true);
      step.records.push(taken.record);
      at = taken.end;
    }
  } catch (cause) {
    step.faults.push(cause);
  }
  const count = step.records.length;
  if (count > 1) step.faults.push(new Error(`Expected one record a gzip member, got ${count}`));
  return step;
}

async function readPlain(file: FileWindow, offset: number): Promise<Step> {
  const window = await file.read(offset, largestHead);
  const head = headLength(window);
  if (head < 0) throw new Error('Expected the head of a WARC record, got none that ends');
  const { length } = readHead(window.subarray(0, head));
  // Refused before room is made: many heads may each say that the rest of the file is theirs.
  if (offset + head + length > file.size) {
    throw new Error(`Expected ${length} bytes in the record's block, got fewer`);
  }
  if (length > largestBlock) {
    throw new Error(`Expected a record of at most ${largestBlock} bytes, got ${length}`);
  }
  const { record, end } = takeRecord(await file.read(offset, head + length + 4), 0, offset, false);
  return { records: [record], faults: [], end: offset + end };
}

/** Offset of the next place at or after `from` where a record can start; the file's end if none. */
async function findNext(file: FileWindow, from: number, packed: boolean): Promise<number> {
  const plain = Buffer.from('\r\nWARC/1.');
  for (let at = from; ; at += 1) {
    at = await file.find(packed ? gzipMagic : plain, at);
    if (at < 0) return file.size;
    if (!packed) return at + 2;
    // The three bytes may stand in any data; only a member that opens with a record is one.
    const head = peekMember(await file.read(at, 1024)).subarray(0, 5);
    if (head.toString('latin1') === 'WARC/') return at;
  }
}
