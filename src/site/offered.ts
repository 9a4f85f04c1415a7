import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const offered = z.object({
  /** The latest day and the number of exchanges, such as `2032-01-02+4`. */
  version: z.string(),
  resources: z.array(z.object({ path: z.string(), bytes: z.int(), hash: z.string() })),
});

/** A data pack that stands beside the site's pages: what its `datapackage.json` says of it. */
export type Offered = z.infer<typeof offered>;

/** The pack that `lectern export` put into the site's folder `data`; null where there is none. */
export async function readOffered(output: string): Promise<Offered | null> {
  try {
    const text = await readFile(path.join(output, 'data/datapackage.json'), 'utf8');
    return offered.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
