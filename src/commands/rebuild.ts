import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Context, exitCodes } from './command.ts';

const program = path.join(import.meta.dirname, '../../bin/lectern.js');

/** Builds in a process of its own, because a process keeps the first version of each module that it read. */
export async function rebuild({
  content,
  output,
  theme,
  signal,
  terminal,
}: Context): Promise<void> {
  const folders = { content, output, ...(theme !== undefined && { theme }) };
  const flags = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder]);
  const args = [program, ...flags, 'build'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  // Pages that somebody waits for come first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  // What went wrong was said by the build itself; the last good site goes on being served.
  const ended = once(child, 'close').catch(() => [exitCodes.failed]);
  const said = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  for (const line of said.join('').split('\n')) if (line.trim() !== '') terminal.say(line);
}
