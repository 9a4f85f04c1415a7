import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../files/write.ts';
import { day } from '../../model/names.ts';

const wanted = z.strictObject({
  /** Listings whose walk came to a known end: the next one may stop at the first page known in full. */
  walked: z.array(z.url()),
  /** Addresses that a listing showed and that are not stored yet: newest first, what failed last. */
  pages: z.array(z.strictObject({ url: z.url(), day: day.nullable() })),
});

/** What a source still owes the archive: without it, a page that failed once would never be asked for again. */
export type Wanted = z.infer<typeof wanted>;

/** Path below content/. */
const pathOf = (source: string): string => `captures/${source}/wanted.json`;

/**
 * What earlier runs noted. Without the file, or with a damaged one, nothing: the next walk then goes
 * along the whole listing and finds again what is missing.
 */
export async function readWanted(content: string, source: string): Promise<Wanted> {
  const text = await readFile(join(content, pathOf(source)), 'utf8').catch(() => '');
  try {
    return wanted.parse(JSON.parse(text));
  } catch {
    return { walked: [], pages: [] };
  }
}

/** Notes what is wanted, in one atomic write. */
export async function writeWanted(content: string, source: string, it: Wanted): Promise<void> {
  const file = join(content, pathOf(source));
  await writeWhole(file, `${JSON.stringify(it, null, 2)}\n`);
}
