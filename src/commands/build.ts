import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { buildFolder } from '../site/build-folder.ts';
import { SiteLocked } from '../site/claim.ts';
import { packFolder } from '../site/offered.ts';
import { command, exitCodes } from './command.ts';
import { pathFromHere, report } from './report.ts';

/** `lectern build`: the archive as a site. */
export const build = command({
  usage: 'build',
  summary: 'write the site of the archive',
  details:
    'The site goes to --output, which must be empty or a site that lectern wrote. Files that do not\n' +
    'change are not touched; the old site stays until all of the new one is ready. A file of the site that\n' +
    'was changed or deleted is written again. Where ledger and transcripts contradict each other nothing is\n' +
    'built: an address could change its meaning.',
  flags: [
    ['--full', 'render every page, and compare every file of the site by its bytes'],
    ['--json', 'print the figures as JSON'],
  ],
  options: z.strictObject({ full: z.boolean().optional(), json: z.boolean().optional() }),
  async run(_, { full = false, json = false }, context) {
    const { content, output, theme, signal } = context;
    if (theme === undefined && existsSync('theme')) context.terminal.say(unusedTheme);
    const progress = context.terminal.progress('building the site', 0);
    const done = await buildFolder(content, output, {
      full,
      today: context.now(),
      signal,
      ...(theme !== undefined && { theme }),
    })
      .catch(lockedOut)
      .finally(progress.finish);
    if ('locked' in done) {
      context.terminal.say(done.locked);
      return exitCodes.locked;
    }
    const { problems, anywhere, mended, outdated, ...built } = done;
    if (built.refused) {
      report(problems, context);
      context.terminal.say(
        'Cannot build a site without numbers that hold: mend what is said above, then check again',
      );
      return exitCodes.failed;
    }
    if (mended.length > 0) context.terminal.say(mendedLine(mended));
    if (outdated.length > 0) context.terminal.say(outdatedLine(outdated, output));
    if (anywhere) context.terminal.say(noAddress);
    const { pages, rendered, written, unchanged, removed } = built;
    context.terminal.print(
      json
        ? JSON.stringify({ ...built, mended: mended.length, outdated: outdated.length })
        : `${pages} pages in ${pathFromHere(context.output)}, ${rendered} rendered: ${written} files written, ${unchanged} unchanged, ${removed} removed`,
    );
    return report(problems, context);
  },
});

function lockedOut(fault: unknown): { locked: string } {
  if (fault instanceof SiteLocked) return { locked: fault.message };
  throw fault;
}

const mendedLine = (files: string[]): string =>
  `Written again, because they were not as the last build left them: ${listed(files)}`;

const outdatedLine = (files: string[], output: string): string =>
  `Removed from the site, because they were exported before something was withheld: ${listed(files)}. Export them again: lectern export --format pack --to ${pathFromHere(path.join(output, packFolder))}`;

/** The first three, and how many more there are. */
const listed = (files: string[]): string =>
  files.slice(0, 3).join(', ') + (files.length > 3 ? ` and ${files.length - 3} more` : '');

const unusedTheme =
  'note The folder theme/ is not used: a theme is code, and runs only if it is named: --theme theme';

const noAddress =
  'Left out without an address: feeds, sitemap, search description, addresses in citations; say in content/site.yaml where the site will stand, as in url: https://press.example/';
