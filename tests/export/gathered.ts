import { type Writer, written } from '../../src/export/writer.ts';
import type { Archive, ExportNames, Portion } from '../../src/model/archive.ts';

/** The names of an archive of which nothing is withheld. */
export const namesOf = (archive: Archive): ExportNames => ({ ...archive, withheld: new Set() });

/** Each transcript as a portion of its own, as a folder is read. */
export const portionsOf = ({ transcripts, placements }: Archive): Portion[] =>
  transcripts.map((it) => ({ transcripts: [it], placements }));

/** Whole files by path, their pieces joined; a file that never ended is missing. */
export async function gathered(
  writer: Writer,
  portions: Portion[],
): Promise<Map<string, Uint8Array>> {
  const begun = new Map<string, Uint8Array[]>();
  const whole = new Map<string, Uint8Array>();
  for await (const { path, bytes, last } of written(writer, portions)) {
    const pieces = begun.get(path) ?? [];
    begun.set(path, pieces);
    pieces.push(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    if (last) whole.set(path, Buffer.concat(pieces));
  }
  return whole;
}

/** What one format makes of an archive. */
export const filesBy = (
  format: (names: ExportNames) => Writer,
  archive: Archive,
): Promise<Map<string, Uint8Array>> => gathered(format(namesOf(archive)), portionsOf(archive));
