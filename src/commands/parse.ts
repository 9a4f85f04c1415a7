import { z } from 'zod';
import { readContent } from '../archive/read.ts';
import { dialects } from '../parse/dialects/index.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { openLook } from './observe.ts';
import { parseSource } from './parse-source.ts';
import { type Tally, tell } from './parse-tally.ts';
import { refuse, report, worst } from './report.ts';
import { withLock } from './with-lock.ts';

/** `lectern parse`: captures into numbered transcripts. */
export const parseCommand = command({
  usage: 'parse [sources...]',
  summary: 'read captures into transcripts and give their exchanges numbers',
  details: [
    'What stops a page is printed with line, column and rule; a page that claims to be a conference and',
    'holds no exchange is an error. --verbose adds what is odd about a page, each line left out and the',
    'rule that left it out, and the pages that are no record of questions and answers.',
  ].join('\n'),
  flags: [
    ['--full', 'read every page, also those that the last run read by the same rules'],
    ['--verbose', 'print every message and every page that became no transcript'],
    ['--json', "print each source's figures as JSON"],
  ],
  options: z.strictObject({
    full: z.boolean().optional(),
    verbose: z.boolean().optional(),
    json: z.boolean().optional(),
  }),
  async run(args, { full = false, verbose = false, json = false }, context) {
    return withLock(context, (locked) => parseAll(args, { full, verbose, json }, locked));
  },
});

async function parseAll(
  args: string[],
  { full, verbose, json }: { full: boolean; verbose: boolean; json: boolean },
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  const content = await readContent(context.content, Object.keys(dialects));
  const codes: ExitCode[] = [report(content.problems, context)];
  if (content.problems.some(({ fatal }) => fatal)) return refuse(context);
  const { sources } = content;
  const unknown = args.filter((id) => !sources.has(id));
  for (const id of unknown)
    terminal.say(`Expected a source of ${[...sources.keys()].join(', ')}, got \`${id}\``);
  if (unknown.length > 0) return exitCodes.wrongUse;
  const look = await openLook(content, full);
  const tallies: Tally[] = [];
  for (const source of sources.values()) {
    if (args.length > 0 && !args.includes(source.id)) continue;
    const tally = await parseSource(source, look, context, verbose);
    if (!tally) continue;
    tallies.push(tally);
    codes.push(tell(tally, terminal, { verbose, json }));
  }
  if (json) terminal.print(JSON.stringify(tallies.map(({ code: _, ...figures }) => figures)));
  return worst(codes);
}
