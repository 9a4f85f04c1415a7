import path from 'node:path';
import { z } from 'zod';
import {
  type Directory,
  directoryPath,
  facetPathsOf,
  indexVersion,
  pathsOf,
} from '../search/directory.ts';
import type { Stage } from './stage.ts';
import { readIfThere } from './state.ts';

const perLanguage = z.strictObject({ 'zh-Hans': z.string(), en: z.string() });

const directory = z.strictObject({
  version: z.literal(indexVersion),
  segments: z.array(
    z.strictObject({
      digest: z.string(),
      units: z.number(),
      chunks: z.number(),
      calendar: z.string(),
      facets: z.strictObject({
        digest: z.string(),
        postings: z.strictObject({ outlet: z.number(), topic: z.number() }),
      }),
    }),
  ),
  foldSources: z.string(),
  foldTargets: z.string(),
  ids: z.string(),
  names: perLanguage,
  aliases: z.string(),
  words: perLanguage,
}) satisfies z.ZodType<Directory>;

/** The search index that the last build left; undefined if there is none, or one of another form or not all of it stands. */
export async function knownIndex(
  output: string,
  stage: Pick<Stage, 'stands'>,
): Promise<Directory | undefined> {
  if (!stage.stands(directoryPath)) return undefined;
  const text = await readIfThere(path.join(output, directoryPath));
  try {
    const known = directory.parse(JSON.parse(text ?? ''));
    const files = known.segments.flatMap((segment) => [
      ...pathsOf(segment),
      ...facetPathsOf(segment),
    ]);
    return files.every((file) => stage.stands(file)) ? known : undefined;
  } catch {
    return undefined;
  }
}
