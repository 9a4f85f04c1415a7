import { z } from 'zod';
import { readContent } from '../archive/read.ts';
import { filesBelow, importFiles } from '../capture/import-files.ts';
import { command, exitCodes } from './command.ts';
import { openTally } from './import-tally.ts';
import { report } from './report.ts';

/** `lectern import`: files into captures. */
export const importCommand = command({
  usage: 'import <files...>',
  summary: 'store pages from files as captures: text, Markdown, saved HTML, WARC; folders too',
  details: [
    'A text document begins with lines `title:`, `url:`, `author:`, `content:`; Markdown gives its',
    'address as `source_url:` in the front matter; a saved HTML page needs --url. A page belongs to',
    'the source whose `urls` its address fits. What the archive already holds is not stored again.',
  ].join('\n'),
  flags: [['--url <address>', 'address of a saved page that does not name its own']],
  options: z.strictObject({ url: z.url('Expected an address such as https://…').optional() }),
  async run(args, { url }, context) {
    const { content, terminal, now, signal } = context;
    const { sources, problems } = await readContent(content);
    const code = report(problems, context);
    const files = await filesBelow(args);
    const tally = openTally(terminal);
    const progress = terminal.progress('importing', files.length);
    const options = { content, sources: sources.values(), started: now(), signal };
    for await (const outcome of importFiles(files, { ...options, ...(url && { url }) })) {
      if (outcome.kind === 'done') progress.advance();
      tally.note(outcome);
    }
    progress.finish();
    return tally.sum() === exitCodes.done ? code : exitCodes.problems;
  },
});
