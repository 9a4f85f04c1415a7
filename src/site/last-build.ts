import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { digestOfAll, type KnownStamps, stamps, stampsOf } from '../archive/stamps.ts';
import { problem } from '../model/problem.ts';
import { isClaimed, markName } from './claim.ts';
import { allCode, engineDigest } from './engine.ts';
import { readInventory, standingOf } from './inventory.ts';
import type { Offered } from './offered.ts';
import { fileDigest } from './stage.ts';

/** What a site was made of, and what that build found; noted in its mark once all of it stands. */
const lastBuild = z.strictObject({
  /** Of every input: content without captures, the program, and the theme. */
  digest: z.string(),
  content: stamps,
  pages: z.number(),
  problems: z.array(problem),
});
export type LastBuild = z.infer<typeof lastBuild>;

/** All that a build depends on. */
export type Inputs = Pick<LastBuild, 'digest' | 'content'>;

const noteOf = (output: string): string => path.join(output, markName, 'built.json');

/** The last build of a folder and when it was noted; null where there is none, it was cut off, or files of it are gone. */
export async function readLastBuild(output: string): Promise<(LastBuild & { at: number }) | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([
      readFile(noteOf(output), 'utf8'),
      stat(noteOf(output)),
    ]);
    return { ...lastBuild.parse(JSON.parse(text)), at: mtimeMs };
  } catch {
    return null;
  }
}

/** Notes a build whose site stands. */
export const writeLastBuild = (output: string, last: LastBuild): Promise<void> =>
  writeFileAtomic(noteOf(output), JSON.stringify(last));

/** Forgets the last build, before its site is touched. */
export const forgetLastBuild = (output: string): Promise<void> =>
  rm(noteOf(output), { force: true });

/** What a build of this content, beside this data pack, would be made of; files that the last build knew are not read again. */
export async function inputsOf(
  content: string,
  last: (LastBuild & { at: number }) | null,
  theme?: string,
  pack: Offered | null = null,
): Promise<Inputs> {
  const known: KnownStamps = { stamps: last?.content ?? {}, at: last?.at ?? 0 };
  const found = stampsOf(content, known, ['captures']);
  const beside = pack ? ` ${fileDigest(JSON.stringify(pack))}` : '';
  const digest = `${digestOfAll(found)} ${await engineDigest(allCode, theme)}${beside}`;
  return { digest, content: found };
}

/** How many files of ours the last build left, if all are there and whole and nobody builds now; else null. */
export async function standingFiles(output: string): Promise<number | null> {
  if (await isClaimed(output)) return null;
  const ours = await readInventory(output);
  const count = Object.keys(ours).length;
  return Object.keys(standingOf(output, ours)).length === count ? count : null;
}
