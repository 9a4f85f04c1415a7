import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPart, syncFolder } from '../files/write.ts';
import { refusePointer } from './file-fault.ts';
import { listWarcs, sourceOfWarc } from './list-warcs.ts';
import { addToManifest, readManifest } from './manifest.ts';
import { unfinished } from './open-run.ts';
import { captureTypes } from './read-record.ts';
import { readWarc } from './read-warc.ts';

/**
 * Takes up what a killed run left: its unfinished WARCs are cut after their last whole record and get
 * their final names, or go where they hold no capture; WARCs that are in no manifest yet are added;
 * half-written lists go, for the whole ones still stand.
 * Call it with the archive locked. Paths below content/ of the WARCs that were taken up.
 */
export async function sweep(content: string): Promise<string[]> {
  const taken: string[] = [];
  for (const path of await halfWritten(content)) await rm(join(content, path), { force: true });
  for (const path of await leftovers(content)) {
    const final = path.slice(0, -unfinished.length);
    if (await salvage(join(content, path), join(content, final))) taken.push(final);
  }
  const warcs = await listWarcs(content);
  for (const source of new Set(warcs.map(sourceOfWarc))) {
    const known = new Set((await readManifest(content, source)).map(({ path }) => path));
    const ofSource = warcs.filter((path) => sourceOfWarc(path) === source);
    const unlisted = ofSource.filter((path) => !known.has(path));
    const whole: string[] = [];
    for (const path of unlisted) if (await isReadable(join(content, path))) whole.push(path);
    if (whole.length > 0) await addToManifest(content, source, whole);
  }
  return taken;
}

/** Whether the bytes of a WARC are here: a pointer to them, noted as the WARC, would hide that they are not. */
const isReadable = (warc: string): Promise<boolean> =>
  refusePointer(warc).then(
    () => true,
    () => false,
  );

/** Paths below content/ of unfinished WARCs. */
export const leftovers = (content: string): Promise<string[]> =>
  filesThatFit(content, (file) => file.endsWith(`.warc.gz${unfinished}`));

/** Paths below content/ of lists that a killed run was about to put in the place of older ones. */
export const halfWritten = (content: string): Promise<string[]> => filesThatFit(content, isPart);

async function filesThatFit(content: string, fits: (file: string) => boolean): Promise<string[]> {
  const files = await readdir(join(content, 'captures'), { recursive: true }).catch(() => []);
  return files
    .map((file) => `captures/${file.replaceAll('\\', '/')}`)
    .filter(fits)
    .sort();
}

async function salvage(temporary: string, final: string): Promise<boolean> {
  const kept = await wholeLength(temporary);
  if (kept === null) {
    await rm(temporary);
    return false;
  }
  const file = await open(temporary, 'r+');
  await file.truncate(kept);
  await file.sync();
  await file.close();
  await rename(temporary, final);
  await syncFolder(join(final, '..'));
  return true;
}

/** Bytes up to the first damage, or null where no capture stands before it. */
async function wholeLength(path: string): Promise<number | null> {
  let damage: number | null = null;
  let captures = 0;
  const note = ({ offset }: { offset: number }) => {
    damage ??= offset;
  };
  for await (const { type, offset } of readWarc(path, note)) {
    if (damage === null && captureTypes.has(type)) captures += 1;
    if (damage !== null && offset > damage) break;
  }
  if (captures === 0) return null;
  return damage ?? (await stat(path)).size;
}
