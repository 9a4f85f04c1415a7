import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { writeWhole } from '../files/write.ts';
import { sha256 } from '../model/names.ts';

const line = z.strictObject({
  /** Path below content/. */
  path: z.string(),
  bytes: z.int().positive(),
  sha256,
});

/** A finished WARC as its source's manifest knows it: what no reader of the WARC itself can tell. */
export type ManifestLine = z.infer<typeof line>;

/** Path below content/ of the list of a source's finished WARCs, one JSON object a line. */
export const manifestPath = (source: string): string => `captures/${source}/manifest.jsonl`;

/**
 * The lines of a source's manifest, each once: after a merge it holds those of both sides. None if there is no
 * file. Throws if a line is damaged.
 */
export async function readManifest(content: string, source: string): Promise<ManifestLine[]> {
  const path = manifestPath(source);
  const text = await readFile(join(content, path), 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  });
  const lines = new Map(text.split('\n').map((json, at) => [json, at + 1]));
  lines.delete('');
  return [...lines].map(([json, number]) => readLine(json, `${path}:${number}:1`));
}

/** Add finished WARCs to the source's manifest, all of them or none. */
export async function addToManifest(
  content: string,
  source: string,
  paths: string[],
): Promise<void> {
  const known = await readManifest(content, source);
  const added = await Promise.all(paths.map((path) => measure(content, path)));
  const lines = [...known, ...added].map((it) => `${JSON.stringify(it)}\n`);
  await writeWhole(join(content, manifestPath(source)), lines.join(''));
}

/** Size and digest of a WARC as it is on disk. */
export async function measure(content: string, path: string): Promise<ManifestLine> {
  const file = join(content, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

function readLine(json: string, place: string): ManifestLine {
  try {
    return line.parse(JSON.parse(json));
  } catch {
    const cure = 'restore the line from a backup; after a merge keep the lines of both sides';
    throw new Error(
      `${place} Expected a path with size and digest, got \`${json.slice(0, 40)}\`; ${cure}`,
    );
  }
}
