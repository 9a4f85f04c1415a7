import { z } from 'zod';
import { gather } from '../archive/gather.ts';
import { dialects } from '../parse/dialects/index.ts';
import { checkFixtures } from './check-fixtures.ts';
import { command, exitCodes } from './command.ts';
import { report } from './report.ts';

/** `lectern check`: load the whole content folder and say every fault, without writing anything. */
export const check = command({
  usage: 'check',
  summary: 'load the content folder and name every fault in it',
  details:
    'Reads sources, names, topics, corrections, pages, ledger, transcripts and fixtures; writes nothing.',
  flags: [['--json', 'print the problems as JSON instead']],
  options: z.strictObject({ json: z.boolean().default(false) }),
  async run(_, { json }, context) {
    const archive = await gather(context.content, Object.keys(dialects));
    const problems = [...archive.problems, ...(await checkFixtures(context.content, archive))];
    if (json) {
      context.terminal.print(JSON.stringify({ total: problems.length, problems }));
    }
    const code = report(json ? [] : problems, context);
    const { sources, topics, outlets, people, transcripts } = archive;
    const exchanges = transcripts
      .flatMap(({ children }) => children)
      .filter(({ type }) => type === 'exchange').length;
    context.terminal.say(
      `${sources.size} sources, ${topics.size} topics, ${outlets.size} outlets, ${people.size} people, ` +
        `${transcripts.length} transcripts, ${exchanges} exchanges, ${problems.length} problems`,
    );
    return problems.length > 0 ? exitCodes.problems : code;
  },
});
