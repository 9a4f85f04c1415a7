import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { SavedPlacements } from '../archive/placement-memory.ts';
import { markName } from './claim.ts';

const fileOf = (output: string): string => path.join(output, markName, 'placements.json');

/** What the last build placed; null where there was none or its note is damaged. */
export async function readPlacements(output: string): Promise<SavedPlacements | null> {
  const text = await readFile(fileOf(output), 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  // The digest stands for a check by schema, which takes ten times as long on 20 MB of our own writing.
  return text.slice(0, end) === digestOf(text.slice(end + 1))
    ? JSON.parse(text.slice(end + 1))
    : null;
}

/** Keeps what a build placed for the next one. */
export async function writePlacements(output: string, saved: SavedPlacements): Promise<void> {
  const text = JSON.stringify(saved);
  await writeFileAtomic(fileOf(output), `${digestOf(text)}\n${text}`);
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
