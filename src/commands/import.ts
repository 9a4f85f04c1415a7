import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { readSources } from '../archive/read-sources.ts';
import { filesBelow, importFiles } from '../capture/import-files.ts';
import type { Source } from '../model/source.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { openTally } from './import-tally.ts';
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
  ].join('\n'),
  flags: [
    ['--url <address>', 'address of a saved page that does not name its own'],
    ['--json', 'print the counts of each file as JSON'],
  ],
  options: z.strictObject({
    url: z.url('Expected an address such as https://…').optional(),
    json: z.boolean().optional(),
  }),
  async run(args, { url, json = false }, context) {
    const { sources, problems } = await readSources(context.content);
    const code = report(problems, context);
    const files = await filesBelow(args);
    const imported = await withLock(context, (locked) =>
      importAll(files, [...sources.values()], { url, json }, locked),
    );
    return imported === exitCodes.done ? code : imported;
  },
});

async function importAll(
  files: string[],
  sources: Source[],
  { url, json }: { url: string | undefined; json: boolean },
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
  const options = { content, sources, started: now(), signal, ...(url && { url }) };
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
