import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeWhole } from '../files/write.ts';

/** What `writeNote` kept; null where there is none or it is damaged. */
export async function readNote<Kept>(file: string): Promise<Kept | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  // The digest stands for a check by schema, which takes ten times as long on 20 MB of our own writing.
  return text.slice(0, end) === digestOf(text.slice(end + 1))
    ? JSON.parse(text.slice(end + 1))
    : null;
}

/** Keep what was worked out for the next run, under its digest. */
export async function writeNote<Kept>(file: string, kept: Kept): Promise<void> {
  const text = JSON.stringify(kept);
  await writeWhole(file, `${digestOf(text)}\n${text}`);
}

/** SHA-256 of a text, in hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
