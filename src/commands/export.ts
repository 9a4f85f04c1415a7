import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { openPortions, type Portions } from '../archive/portions.ts';
import { storedRecords } from '../capture/stored-records.ts';
import { folders, tables, type Unit, units } from '../export/formats.ts';
import { pack } from '../export/pack.ts';
import { selection, type Wanted } from '../export/selection.ts';
import { Sums } from '../export/sums.ts';
import { wacz } from '../export/wacz.ts';
import { type Writer, written } from '../export/writer.ts';
import { writePieces } from '../files/pieces.ts';
import type { ExportNames, Portion } from '../model/archive.ts';
import type { StoredRecords } from '../model/capture.ts';
import { day } from '../model/names.ts';
import type { Piece } from '../model/piece.ts';
import type { Problem } from '../model/problem.ts';
import { sweepStage } from '../site/claim.ts';
import { filesOfPack } from '../site/offered.ts';
import { noteExported } from '../site/outdated.ts';
import { siteFolders } from '../site/site-folders.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { report } from './report.ts';

const oneFile: Record<string, Partial<Record<Unit, () => Writer>>> = tables;

const manyFiles: Record<string, (names: ExportNames, records: StoredRecords) => Writer> = {
  ...folders,
  wacz,
  pack,
};

const names = [...Object.keys(oneFile), ...Object.keys(manyFiles)];

const options = z.strictObject({
  format: z.enum(names),
  unit: z.enum(units).default('exchange'),
  to: z.string().min(1).optional(),
  since: day.optional(),
  source: z.string().optional(),
  topic: z.string().optional(),
  json: z.boolean().default(false),
});

/** `lectern export`: the archive's exchanges or turns in a format that other programs read. */
export const exportCommand = command({
  usage: 'export',
  summary: 'write the exchanges, or every turn, in a format for other programs',
  details:
    `${Object.keys(oneFile).join(' and ')} are one file; the others are many files in the folder --to.\n` +
    'wacz holds the captures of sources whose rights allow it. pack is all formats with schemas,\n' +
    'codebook, rights, citation and checksums. A file takes its name only once it is whole.\n' +
    'The same archive gives the same bytes. Ids are those of the site and never change.',
  flags: [
    ['--format <format>', `one of ${names.join(', ')}`],
    ['--unit <unit>', 'exchange (the default); turn: every turn; tree: every transcript, whole'],
    ['--to <path>', 'write this file or folder instead of standard output'],
    ['--since <day>', 'only what was held on this day, YYYY-MM-DD, or later'],
    ['--source <id>', 'only what this source published'],
    ['--topic <id>', 'only exchanges that are listed under this topic'],
    ['--json', 'print the path, bytes and SHA-256 of each file written to --to as JSON'],
  ],
  options,
  async run(_, { format, unit, to, json, ...wanted }, context) {
    const archive = await openPortions(context.content);
    const { sources, topics } = archive.names;
    const unknown =
      faultOf('source', wanted.source, sources) ?? faultOf('topic', wanted.topic, topics);
    if (unknown) return wrongUse(unknown, context);
    const damaged: Problem[] = [];
    const table = oneFile[format]?.[unit]?.();
    const files = manyFiles[format]?.(archive.names, recordsIn(context.content, damaged));
    const writer = table ?? files;
    if (!writer) {
      return wrongUse(`--unit: Expected exchange or turn for ${format}, got \`${unit}\``, context);
    }
    const pieces = written(writer, progressing(archive, wanted, context));
    if (to !== undefined) {
      const target = path.resolve(to);
      const files = table ? renamed(pieces, path.basename(target)) : pieces;
      const folder = table ? path.dirname(target) : target;
      const sums = json ? new Sums() : null;
      const written = new Set<string>();
      await writeInto(folder, passing(sums ? noted(sums, files) : files, written), {
        isPack: format === 'pack',
        written,
      });
      await noteInSite(folder, written, archive.names.withheld, context);
      if (sums) context.terminal.print(JSON.stringify(sums.files));
    } else if (table) await context.terminal.stream(bytesOf(pieces));
    else {
      const reason = `Cannot write ${format}, which is many files, without a folder: --to`;
      return wrongUse(reason, context);
    }
    return report([...archive.problems(), ...damaged], context);
  },
});

/** What is wanted, a portion after another, with a step of progress for each. */
async function* progressing(
  archive: Portions,
  wanted: Wanted,
  { terminal, signal }: Context,
): AsyncGenerator<Portion> {
  const progress = terminal.progress('export', archive.count);
  try {
    for await (const portion of archive.read()) {
      signal.throwIfAborted();
      yield selection(portion, wanted);
      progress.advance();
    }
  } finally {
    progress.finish();
  }
}

const recordsIn =
  (content: string, damaged: Problem[]): StoredRecords =>
  (source) =>
    storedRecords(content, source, ({ path: file, offset, reason }) => {
      damaged.push({ file, line: 1, column: offset + 1, reason });
    });

/** Writes files into a folder; a pack takes the place of an older one, whose other files go. */
async function writeInto(
  folder: string,
  pieces: AsyncIterable<Piece>,
  { isPack, written }: { isPack: boolean; written: ReadonlySet<string> },
): Promise<void> {
  const before = isPack ? await filesOfPack(folder) : [];
  await writePieces(folder, pieces);
  for (const file of before)
    if (!written.has(file)) await rm(path.join(folder, file), { force: true });
}

/** If files were written into the site, the next build learns which, and what was withheld by then. */
async function noteInSite(
  folder: string,
  written: ReadonlySet<string>,
  withheld: ReadonlySet<string>,
  { content, output, now }: Context,
): Promise<void> {
  const way = path.relative(output, folder).replaceAll(path.sep, '/');
  if (way.startsWith('..') || path.isAbsolute(way)) return;
  const folders = siteFolders(content, output);
  await sweepStage(folders, now);
  const files = [...written].map((file) => path.posix.join(way, file));
  await noteExported(folders, files, withheld);
}

async function* passing(pieces: AsyncIterable<Piece>, written: Set<string>): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    written.add(piece.path);
    yield piece;
  }
}

async function* bytesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<string | Uint8Array> {
  for await (const { bytes } of pieces) yield bytes;
}

async function* noted(sums: Sums, pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  for await (const piece of pieces) yield* sums.noting([piece]);
}

async function* renamed(pieces: AsyncIterable<Piece>, name: string): AsyncGenerator<Piece> {
  for await (const piece of pieces) yield { ...piece, path: name };
}

function faultOf(flag: string, id: string | undefined, known: Map<string, unknown>): string | null {
  if (id === undefined || known.has(id)) return null;
  return `--${flag}: Expected a ${flag} of the archive, got \`${id}\``;
}

function wrongUse(reason: string, { terminal }: Context): ExitCode {
  terminal.say(`lectern: ${reason}`);
  return exitCodes.wrongUse;
}
