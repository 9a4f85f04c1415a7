import path from 'node:path';
import { readNote, writeNote } from '../archive/note.ts';
import type { SavedPlacements } from '../archive/placement-memory.ts';
import { markName } from './claim.ts';

const fileOf = (output: string): string => path.join(output, markName, 'placements.json');

/** What the last build placed; null where there was none or its note is damaged. */
export const readPlacements = (output: string): Promise<SavedPlacements | null> =>
  readNote(fileOf(output));

/** Keeps what a build placed for the next one. */
export const writePlacements = (output: string, saved: SavedPlacements): Promise<void> =>
  writeNote(fileOf(output), saved);
