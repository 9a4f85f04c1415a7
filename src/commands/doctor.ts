import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { readContent } from '../archive/read.ts';
import { dialects } from '../parse/dialects/index.ts';
import { command, exitCodes } from './command.ts';
import { checks } from './doctor-checks.ts';
import type { Finding } from './finding.ts';

const marks: Record<Finding['is'], string> = { good: 'ok  ', odd: 'note', bad: 'BAD ' };

/** `lectern doctor`: all that can be wrong with an archive and around it, each with what mends it. */
export const doctor = command({
  usage: 'doctor',
  summary: 'look for everything that can be wrong, and say what mends it',
  details:
    'Looks at this machine, the content folder, its captures and the site’s folder; writes nothing.',
  flags: [['--json', 'print what was found as JSON']],
  options: z.strictObject({ json: z.boolean().default(false) }),
  async run(_, { json }, context) {
    const { content: folder, terminal } = context;
    if (!(await stat(folder).catch(() => null))?.isDirectory()) {
      terminal.say(
        `lectern: Cannot examine an archive without its folder: ${folder}; npx lectern init starts one`,
      );
      return exitCodes.failed;
    }
    const content = await readContent(folder, Object.keys(dialects));
    const found: (Finding & { about: string })[] = [];
    for (const [about, look] of Object.entries(checks))
      found.push({ about, ...(await look(context, content)) });
    if (json) terminal.print(JSON.stringify(found));
    else
      for (const { is, about, said, mend } of found)
        terminal.print(`${marks[is]}  ${about.padEnd(11)}  ${said}${mend ? `: ${mend}` : ''}`);
    return found.some(({ is }) => is === 'bad') ? exitCodes.problems : exitCodes.done;
  },
});
