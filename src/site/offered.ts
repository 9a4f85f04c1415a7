import path from 'node:path';
import { z } from 'zod';
import { readIfThere } from './state.ts';

/** The folder of the site in which a data pack is offered. */
export const packFolder = 'data';

const offered = z.object({
  /** The latest day and the number of exchanges, such as `2032-01-02+4`. */
  version: z.string(),
  /** Ids of what was withheld when the pack was made; older packs do not say. */
  withheld: z.array(z.string()).default([]),
  resources: z.array(z.object({ path: z.string(), bytes: z.int(), hash: z.string() })),
});

/** A data pack that lies beside the site's pages: what its `datapackage.json` says of it. */
export type Offered = z.infer<typeof offered>;

/** The pack that `lectern export` put into the site's folder `data`; null if there is none. */
export const readOffered = (output: string): Promise<Offered | null> =>
  readPack(path.join(output, packFolder));

/** The files that a folder's pack names, as paths below the folder; none if there is no pack. */
export async function filesOfPack(folder: string): Promise<string[]> {
  const pack = await readPack(folder);
  const named = (pack?.resources ?? []).map((one) => path.posix.normalize(one.path));
  return named.filter((file) => !path.isAbsolute(file) && !file.startsWith('..'));
}

async function readPack(folder: string): Promise<Offered | null> {
  const text = await readIfThere(path.join(folder, 'datapackage.json'));
  if (text === null) return null;
  try {
    return offered.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
