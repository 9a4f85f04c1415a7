import path from 'node:path';
import { readNote, writeNote } from '../archive/note.ts';
import type { SavedPlacements } from '../archive/placement-memory.ts';
import type { SiteFolders } from './site-folders.ts';

const fileOf = ({ state }: SiteFolders): string => path.join(state, 'placements.json');

/** What the last build placed; null if there is none or its note is damaged. */
export const readPlacements = (folders: SiteFolders): Promise<SavedPlacements | null> =>
  readNote(fileOf(folders));

/** Keeps what a build placed for the next one. */
export const writePlacements = (folders: SiteFolders, saved: SavedPlacements): Promise<void> =>
  writeNote(fileOf(folders), saved);
