import path from 'node:path';
import type { Command, Context, ExitCode } from '../../src/commands/command.ts';

/** What a command did: its exit code and every line that it spoke. */
export interface Done {
  code: ExitCode;
  printed: string[];
  said: string[];
}

/** Runs a command on a content folder at a fixed time, collecting what it says. */
export async function runCommand(
  command: Command,
  args: string[],
  options: Record<string, unknown>,
  content: string,
  more: Partial<Context> = {},
): Promise<Done> {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await command.run(args, command.options.parse(options), {
    content,
    // Not the folder that the tests run in.
    output: path.join(content, '../_site'),
    now: () => new Date('2031-05-31T18:00:00Z'),
    signal: new AbortController().signal,
    terminal: {
      print: (line) => printed.push(line),
      say: (line) => said.push(line),
      stream: async () => {},
      progress: () => ({ advance() {}, finish() {} }),
    },
    ...more,
  });
  return { code, printed, said };
}
