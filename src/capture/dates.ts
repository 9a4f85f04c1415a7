import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../files/write.ts';
import { instant } from '../model/names.ts';

const line = z.strictObject({
  /** Path below content/. */
  warc: z.string(),
  /** Where the record begins, or `all` for every record of the WARC. */
  offset: z.union([z.int().nonnegative(), z.literal('all')]),
  /** When it was received or saved in truth. */
  recorded: instant,
  reason: z.string().min(1),
});

/** A person's word on the date of captures whose WARC-Date is wrong. */
export type DateLine = z.infer<typeof line>;

/** Path below content/ of what was said of a source's dates, one JSON object a line, only appended to. */
export const datesPath = (source: string): string => `captures/${source}/dates.jsonl`;

/** What was said of a source's dates, in order; none if there is no file. Throws if a line is damaged. */
export async function readDates(content: string, source: string): Promise<DateLine[]> {
  const path = datesPath(source);
  const text = await textOf(join(content, path));
  return text.split('\n').flatMap((json, at) => (json === '' ? [] : readLine(json, path, at + 1)));
}

/** Adds lines at the end, all or none. */
export async function addDates(content: string, source: string, lines: DateLine[]): Promise<void> {
  await readDates(content, source);
  const file = join(content, datesPath(source));
  const before = await textOf(file);
  const added = lines.map((it) => `${JSON.stringify(line.parse(it))}\n`).join('');
  await writeWhole(file, before + (before === '' || before.endsWith('\n') ? '' : '\n') + added);
}

/** The right date of a record and the reason, by the last line about it; null if its own is right. */
export function dateOf(
  lines: DateLine[],
  { path, offset, recorded }: { path: string; offset: number; recorded: string },
): Pick<DateLine, 'recorded' | 'reason'> | null {
  const said = lines.findLast((it) => it.warc === path && [offset, 'all'].includes(it.offset));
  return said ?? (isBefore(path, recorded) ? whenStored(path) : null);
}

/** A run that takes longer than this does not exist, in milliseconds. */
const longest = 31 * 24 * 3600 * 1000;

/** Whether a WARC was stored before the date of a record in it, which is therefore wrong. */
const isBefore = (path: string, recorded: string): boolean => {
  const stored = Date.parse(startOf(path) ?? '');
  return Date.parse(recorded) - stored > longest;
};

const whenStored = (path: string) => ({
  recorded: startOf(path) ?? '',
  reason: 'dated later than the run that stored it',
});

/** The start of the run that wrote a WARC, from its name. */
function startOf(path: string): string | null {
  const [, day, hour, minute, rest] =
    /(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-([\d.]+)Z\.warc\.gz$/.exec(path) ?? [];
  const start = `${day}T${hour}:${minute}:${rest}Z`;
  return instant.safeParse(start).success ? start : null;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  });
}

function readLine(json: string, path: string, number: number): DateLine {
  try {
    return line.parse(JSON.parse(json));
  } catch {
    throw new Error(
      `${path}:${number}:1 Expected a date of a WARC's records, got \`${json.slice(0, 40)}\``,
    );
  }
}
