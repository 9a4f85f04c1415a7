import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { writeWhole } from '../files/write.ts';
import type { SiteFolders } from './site-folders.ts';

/** What a build noted under a name; null if there is none or it is damaged. Throws if it cannot be read. */
export async function readState<Kept>(
  { state }: SiteFolders,
  name: string,
  form: z.ZodType<Kept>,
): Promise<Kept | null> {
  const text = await readIfThere(path.join(state, name));
  if (text === null) return null;
  try {
    return form.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Notes something for the next build, whole or not at all. */
export async function writeState(
  { state }: SiteFolders,
  name: string,
  what: unknown,
): Promise<void> {
  await writeWhole(path.join(state, name), JSON.stringify(what));
}

/** A file's text; null only if there is no such file. */
export const readIfThere = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch(absent);

/** Null for a file or folder that is not there; every other fault is thrown. */
export function absent(cause: unknown): null {
  if (codeOf(cause) === 'ENOENT') return null;
  throw cause;
}

/** The code of a system error, such as ENOENT. */
export const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
