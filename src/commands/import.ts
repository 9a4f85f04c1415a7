import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { readSources } from '../archive/read-sources.ts';
import { isFuture } from '../capture/future.ts';
import { filesBelow, importFiles } from '../capture/import-files.ts';
import { webAddress } from '../model/link.ts';
import type { Source } from '../model/source.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { openTally } from './import-tally.ts';
import { moment } from './moment.ts';
import { redate } from './redate.ts';
import { report } from './report.ts';
import { withLock } from './with-lock.ts';

/** `lectern import`: files into captures. */
export const importCommand = command({
  usage: 'import <files...>',
  summary: 'store pages from files as captures: text, Markdown, saved HTML, WARC; folders too',
  details: [
    'A text document begins with lines `title:`, `url:`, `author:`, `content:`; Markdown gives its',
    'address as `source_url:` in the front matter; a saved HTML page needs --url. A page belongs to',
    'the source whose `urls` its address fits. What the archive already holds is not stored again.',
    '--date says when a page was saved: an old page becomes an earlier wording, not today’s. With --redate',
    'the files are WARCs of captures/, with :OFFSET for one record, whose own date is wrong; --date is right.',
  ].join('\n'),
  flags: [
    ['--url <address>', 'address of a saved page that does not name its own'],
    ['--date <time>', 'when the pages were saved, a day or an instant such as 2031-05-06T09:30Z'],
    ['--redate', 'put the date of captures right instead of importing'],
    ['--reason <text>', 'why their own date is wrong, for the ledger'],
    ['--json', 'print the counts of each file as JSON'],
  ],
  options: z.strictObject({
    url: webAddress.optional(),
    date: moment.optional(),
    redate: z.boolean().optional(),
    reason: z.string().min(1).optional(),
    json: z.boolean().optional(),
  }),
  async run(
    args,
    { url, date, redate: isRedating = false, reason = 'its own date is wrong', json = false },
    context,
  ) {
    const wrong = faultIn(date, isRedating, context.now());
    if (wrong !== null) {
      context.terminal.say(`lectern: ${wrong}`);
      return exitCodes.wrongUse;
    }
    if (date !== undefined && isRedating)
      return withLock(context, () => redate({ places: args, date, reason }, context));
    const { sources, problems } = await readSources(context.content);
    const code = report(problems, context);
    const files = await filesBelow(args);
    const imported = await withLock(context, (locked) =>
      importAll(files, [...sources.values()], { url, date, json }, locked),
    );
    return imported === exitCodes.done ? code : imported;
  },
});

function faultIn(date: string | undefined, isRedating: boolean, now: Date): string | null {
  if (isRedating && date === undefined)
    return 'Cannot put a date right without the right one: give it with --date';
  if (date !== undefined && isFuture(date, now))
    return `--date: Expected a date before now (${now.toISOString()}), got \`${date}\``;
  return null;
}

async function importAll(
  files: string[],
  sources: Source[],
  { url, date, json }: { url: string | undefined; date: string | undefined; json: boolean },
  { content, terminal, now, signal }: Context,
): Promise<ExitCode> {
  const tally = openTally(terminal, json);
  const sizes = await Promise.all(files.map(sizeOf));
  const sum = sizes.reduce((all, size) => all + size, 0);
  const progress = terminal.progress('importing', sum, 'bytes');
  let [before, done] = [0, 0];
  const advanceTo = (place: number) => {
    progress.advance(Math.max(0, place - done));
    done = Math.max(done, place);
  };
  const told = { ...(url && { url }), ...(date && { date }) };
  const options = { content, sources, started: now(), signal, ...told };
  for await (const outcome of importFiles(files, options)) {
    if (outcome.kind === 'done') {
      before += sizes.shift() ?? 0;
      advanceTo(before);
    } else if ('offset' in outcome) advanceTo(before + outcome.offset);
    tally.note(outcome);
  }
  progress.finish();
  return tally.sum();
}

/** A file that is not there is told when its turn comes. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
