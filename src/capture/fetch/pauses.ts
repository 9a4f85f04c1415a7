import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files/write.ts';
import { longestRest } from './pace.ts';

/** Path below content/: until when hosts asked to be left alone, by host. */
const path = 'captures/pauses.json';

/** A host and its pause as the file has them; a name of a host holds nothing that JSON escapes. */
const pair = /"([^"\\]+)"\s*:\s*"([^"\\]+)"/g;

/**
 * What hosts asked for in earlier runs, none longer than {@link longestRest} from `now`; nothing where
 * there is no file. Of a damaged file, or one in which two were merged, each pause that can be read.
 */
export async function readPauses(content: string, now: Date): Promise<Map<string, string>> {
  const text = await readFile(join(content, path), 'utf8').catch(() => '');
  const latest = new Date(now.getTime() + longestRest * 1000);
  const pauses = new Map<string, string>();
  for (const [, host = '', written = ''] of text.matchAll(pair)) {
    const time = Math.min(Date.parse(written), latest.getTime());
    if (Number.isNaN(time)) continue;
    const until = new Date(time).toISOString();
    if (until > (pauses.get(host) ?? '')) pauses.set(host, until);
  }
  return pauses;
}

/** Notes the pauses that are not over; without any, an absent file stays absent. */
export async function writePauses(
  content: string,
  all: Map<string, string>,
  now: Date,
): Promise<void> {
  const left = [...all].filter(([, until]) => Date.parse(until) > now.getTime()).sort();
  const file = join(content, path);
  const before = await readFile(file, 'utf8').catch(() => '{}\n');
  const text = `${JSON.stringify(Object.fromEntries(left), null, 2)}\n`;
  if (text === before) return;
  await writeWhole(file, text);
}
