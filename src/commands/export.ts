import path from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { gather } from '../archive/gather.ts';
import { writeStream } from '../archive/write.ts';
import type { ExportFile } from '../export/export-file.ts';
import { folders as formats, tables } from '../export/formats.ts';
import { pack } from '../export/pack.ts';
import { selection } from '../export/selection.ts';
import { day } from '../model/names.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { report } from './report.ts';

const folders: typeof formats = { ...formats, pack };

const names = [...Object.keys(tables), ...Object.keys(folders)];

const options = z.strictObject({
  format: z.enum(names),
  unit: z.enum(['exchange', 'turn']).default('exchange'),
  to: z.string().min(1).optional(),
  since: day.optional(),
  source: z.string().optional(),
  topic: z.string().optional(),
});

/** `lectern export`: the archive's exchanges or turns in a format that other programs read. */
export const exportCommand = command({
  usage: 'export',
  summary: 'write the exchanges, or every turn, in a format for other programs',
  details:
    `${Object.keys(tables).join(' and ')} are one file; the others are many files in the folder --to.\n` +
    'pack is all of them with schemas, codebook, rights, citation and checksums.\n' +
    'The same archive gives the same bytes. Ids are those of the site and never change.',
  flags: [
    ['--format <format>', `one of ${names.join(', ')}`],
    ['--unit <unit>', 'exchange (the default), or turn: every turn, opening statements included'],
    ['--to <path>', 'write this file or folder instead of standard output'],
    ['--since <day>', 'only what was held on this day, YYYY-MM-DD, or later'],
    ['--source <id>', 'only what this source published'],
    ['--topic <id>', 'only exchanges that are listed under this topic'],
  ],
  options,
  async run(_, { format, unit, to, ...wanted }, context) {
    const archive = await gather(context.content);
    const { sources, topics } = archive;
    const unknown =
      faultOf('source', wanted.source, sources) ?? faultOf('topic', wanted.topic, topics);
    if (unknown) return wrongUse(unknown, context);
    const selected = selection(archive, wanted);
    const table = tables[format]?.(selected, unit);
    if (table) {
      const chunks = Readable.from(table);
      if (to === undefined) await context.terminal.stream(chunks);
      else await writeStream(path.resolve(to), chunks);
    } else if (to === undefined) {
      return wrongUse(
        `Cannot write ${format}, which is many files, without a folder: --to`,
        context,
      );
    } else await writeFolder(path.resolve(to), folders[format]?.(selected) ?? []);
    return report(archive.problems, context);
  },
});

async function writeFolder(folder: string, files: Iterable<ExportFile>): Promise<void> {
  for (const { path: file, bytes } of files) {
    await writeStream(path.join(folder, file), Readable.from([bytes]));
  }
}

function faultOf(flag: string, id: string | undefined, known: Map<string, unknown>): string | null {
  if (id === undefined || known.has(id)) return null;
  return `--${flag}: Expected a ${flag} of the archive, got \`${id}\``;
}

function wrongUse(reason: string, { terminal }: Context): ExitCode {
  terminal.say(`lectern: ${reason}`);
  return exitCodes.wrongUse;
}
