import path from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { gather } from '../archive/gather.ts';
import { writeStream } from '../archive/write.ts';
import { flatExchanges, flatTurns } from '../export/flat.ts';
import { jsonl } from '../export/jsonl.ts';
import type { Archive } from '../model/archive.ts';
import { command } from './command.ts';
import { report } from './report.ts';

type Unit = 'exchange' | 'turn';

const formats = {
  jsonl: (archive: Archive, unit: Unit) =>
    jsonl(unit === 'turn' ? flatTurns(archive) : flatExchanges(archive)),
};

/** `lectern export`: the archive's exchanges or turns in a format that other programs read. */
export const exportCommand = command({
  usage: 'export',
  summary: 'write the exchanges, or every turn, in a format for other programs',
  details: 'The same archive gives the same bytes. Ids are those of the site and never change.',
  flags: [
    ['--format <format>', `one of ${Object.keys(formats).join(', ')}`],
    ['--unit <unit>', 'exchange (the default), or turn: every turn, opening statements included'],
    ['--to <path>', 'write this file instead of standard output'],
  ],
  options: z.strictObject({
    format: z.enum(['jsonl']),
    unit: z.enum(['exchange', 'turn']).default('exchange'),
    to: z.string().min(1).optional(),
  }),
  async run(_, { format, unit, to }, context) {
    const archive = await gather(context.content);
    const chunks = Readable.from(formats[format](archive, unit));
    if (to === undefined) await context.terminal.stream(chunks);
    else await writeStream(path.resolve(to), chunks);
    return report(archive.problems, context);
  },
});
