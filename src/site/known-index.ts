import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Directory, directoryPath, pathsOf } from '../search/directory.ts';

const perLanguage = z.strictObject({ 'zh-Hans': z.string(), en: z.string() });

const directory = z.strictObject({
  version: z.literal(1),
  segments: z.array(
    z.strictObject({
      digest: z.string(),
      years: z.tuple([z.number(), z.number()]),
      units: z.number(),
      chunks: z.number(),
      calendar: z.string(),
      columns: z.string(),
    }),
  ),
  fold: z.string(),
  names: perLanguage,
  aliases: z.string(),
  words: perLanguage,
}) satisfies z.ZodType<Directory>;

/** The search index that the last build left; undefined if there is none, or one of another form or with files missing. */
export async function knownIndex(output: string): Promise<Directory | undefined> {
  try {
    const text = await readFile(path.join(output, directoryPath), 'utf8');
    const known = directory.parse(JSON.parse(text));
    const files = known.segments.flatMap(pathsOf);
    await Promise.all(files.map((file) => access(path.join(output, file))));
    return known;
  } catch {
    return undefined;
  }
}
