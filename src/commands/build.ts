import { z } from 'zod';
import { buildFolder } from '../site/build-folder.ts';
import { command, exitCodes } from './command.ts';
import { pathFromHere, report } from './report.ts';

/** `lectern build`: the archive as a site. */
export const build = command({
  usage: 'build',
  summary: 'write the site of the archive',
  details:
    'The site goes to --output, which must be empty or a site that lectern wrote. Files that do not\n' +
    'change are not touched; the old site stays until all of the new one is ready. Where ledger and\n' +
    'transcripts contradict each other nothing is built: an address could change its meaning.',
  flags: [
    ['--full', 'render every page, also those that the last build made from the same'],
    ['--json', 'print the figures as JSON'],
  ],
  options: z.strictObject({ full: z.boolean().optional(), json: z.boolean().optional() }),
  async run(_, { full = false, json = false }, context) {
    const { content, output, theme, signal } = context;
    const progress = context.terminal.progress('building the site', 0);
    const { problems, anywhere, ...built } = await buildFolder(content, output, {
      full,
      today: context.now(),
      signal,
      ...(theme !== undefined && { theme }),
    }).finally(progress.finish);
    if (built.refused) {
      report(problems, context);
      context.terminal.say(
        'Cannot build a site without numbers that hold: mend what is said above, then check again',
      );
      return exitCodes.failed;
    }
    if (anywhere) context.terminal.say(noAddress);
    const { pages, rendered, written, unchanged, removed } = built;
    context.terminal.print(
      json
        ? JSON.stringify(built)
        : `${pages} pages in ${pathFromHere(context.output)}, ${rendered} rendered: ${written} files written, ${unchanged} unchanged, ${removed} removed`,
    );
    return report(problems, context);
  },
});

const noAddress =
  'Left out without an address: feeds, sitemap, search description, addresses in citations; say in content/site.yaml where the site will stand, as in url: https://press.example/';
