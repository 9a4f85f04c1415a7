import type { ExportNames, Portion } from '../model/archive.ts';
import type { StoredRecords } from '../model/capture.ts';
import type { Piece } from '../model/piece.ts';
import { codebook, jsonSchemas } from './codebook.ts';
import { flatTranscripts } from './flat.ts';
import { folders, tables } from './formats.ts';
import { jsonl } from './jsonl.ts';
import { namesTables } from './names-tables.ts';
import { citation, dataPackage, Held } from './package-files.ts';
import { rights } from './rights.ts';
import { Sums } from './sums.ts';
import { wacz } from './wacz.ts';
import { oneFile, type Writer, zipped } from './writer.ts';

/**
 * The whole archive to take away: every format, what its fields mean, how to cite it, who owns what.
 * Formats of a file for each transcript come as a ZIP.
 *
 * `SHA256SUMS` comes last and names every other file; `sha256sum -c SHA256SUMS` checks them.
 */
export function pack(names: ExportNames, recordsOf: StoredRecords): Writer {
  const writers = [...dataWriters(names), below('wacz', wacz(names, recordsOf))];
  const sums = new Sums();
  const held = new Held();
  return {
    *take(portion) {
      held.note(portion);
      for (const writer of writers) yield* sums.noting(writer.take(portion));
    },
    async *end() {
      for (const writer of writers)
        for await (const piece of writer.end()) yield* sums.noting([piece]);
      const beside = { ...namesTables(names, held), ...explanations(names, held) };
      yield* sums.noting(files(beside));
      yield* sums.noting(files({ 'datapackage.json': dataPackage(names, held, sums.files) }));
      yield* files({ SHA256SUMS: sums.text() });
    },
  };
}

function dataWriters(names: ExportNames): Writer[] {
  const lines = Object.values(tables).flatMap((units) => Object.values(units));
  return [
    ...lines.map((open) => open()),
    oneFile('transcripts.jsonl', (it: Portion) => jsonl(flatTranscripts(it))),
    ...Object.entries(folders).map(([name, open]) =>
      name === 'parquet' ? below(name, open(names)) : zipped(`${name}.zip`, open(names)),
    ),
  ];
}

function explanations(names: ExportNames, held: Held): Record<string, string> {
  const schemas = Object.entries(jsonSchemas()).map(([name, schema]) => [
    `schema/${name}.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  return {
    ...Object.fromEntries(schemas),
    'codebook.md': codebook(),
    'RIGHTS.md': rights(names, held),
    'CITATION.cff': citation(names, held),
  };
}

function* files(texts: Record<string, string>): Generator<Piece> {
  for (const [path, bytes] of Object.entries(texts)) yield { path, bytes, last: true };
}

/** A writer whose files are in a folder. */
function below(folder: string, { take, end }: Writer): Writer {
  const moved = (piece: Piece): Piece => ({ ...piece, path: `${folder}/${piece.path}` });
  return {
    *take(portion) {
      for (const piece of take(portion)) yield moved(piece);
    },
    async *end() {
      for await (const piece of end()) yield moved(piece);
    },
  };
}
