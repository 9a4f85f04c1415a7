import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { digestOfAll, type KnownStamps, stamps, stampsOf } from '../archive/stamps.ts';
import { problem } from '../model/problem.ts';
import { allCode, engineDigest } from './engine.ts';
import type { SiteFolders } from './site-folders.ts';
import { readState, writeState } from './state.ts';

/** What a site was made of, and what that build found; noted once all of it is published. */
const lastBuild = z.strictObject({
  /** Of every input: content without captures, the program, and the theme. */
  digest: z.string(),
  content: stamps,
  /** Of what lay beside the pages: the data pack. */
  beside: z.string(),
  pages: z.number(),
  problems: z.array(problem),
});
export type LastBuild = z.infer<typeof lastBuild>;

/** All that a build depends on outside the output. */
export type Inputs = Pick<LastBuild, 'digest' | 'content'>;

const name = 'built.json';

/** The last build of a folder and when it was noted; null if there is none, it was cut off, or its note is damaged. */
export async function readLastBuild(
  folders: SiteFolders,
): Promise<(LastBuild & { at: number }) | null> {
  const last = await readState(folders, name, lastBuild);
  return last && { ...last, at: (await stat(path.join(folders.state, name))).mtimeMs };
}

/** Notes a build whose site is published. */
export const writeLastBuild = (folders: SiteFolders, last: LastBuild): Promise<void> =>
  writeState(folders, name, last);

/** Forgets the last build, before its site is touched. */
export const forgetLastBuild = ({ state }: SiteFolders): Promise<void> =>
  rm(path.join(state, name), { force: true });

/** What a build of this content would be made of; files that the last build knew are not read again. */
export async function inputsOf(
  content: string,
  last: (LastBuild & { at: number }) | null,
  theme?: string,
): Promise<Inputs> {
  const known: KnownStamps = { stamps: last?.content ?? {}, at: last?.at ?? 0 };
  const found = stampsOf(content, known, ['captures']);
  return { digest: `${digestOfAll(found)} ${await engineDigest(allCode, theme)}`, content: found };
}
