import type { z } from 'zod';
import type { Command, Context, ExitCode } from './command.ts';

/** Run another command with `--json` and take its report from it; null where it printed none. `said` is its talk. */
export async function runJson<Options extends z.ZodObject, Report>(
  it: Command<Options>,
  args: string[],
  options: z.input<Options>,
  report: z.ZodType<Report>,
  context: Context,
): Promise<{ code: ExitCode; report: Report | null; said: string[] }> {
  const printed: string[] = [];
  const said: string[] = [];
  const terminal = {
    ...context.terminal,
    print: (line: string) => void printed.push(line),
    say(line: string) {
      said.push(line);
      context.terminal.say(line);
    },
  };
  const code = await it.run(args, it.options.parse(options), { ...context, terminal });
  const last = printed.at(-1);
  return { code, report: last === undefined ? null : report.parse(JSON.parse(last)), said };
}
