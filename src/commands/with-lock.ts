import { needFolder } from '../archive/folder.ts';
import { sweep } from '../capture/sweep.ts';
import { refuseLinks } from '../files/inside.ts';
import { lockFolder } from '../files/lock.ts';
import { removeParts } from '../files/write.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

/**
 * Run a command's writing with the content folder locked, after what a killed run left was taken up.
 *
 * `write` gets a context whose signal is also aborted when the lock is lost, and in which other commands
 * may write too. What it read before it had the lock may be old: read it inside. Exit code 75 if another process has
 * the lock. Throws if the folder is missing or holds a link that writing could go
 * through.
 */
export async function withLock(
  context: Context,
  write: (context: Context) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (context.hasLock) return write(context);
  const { content, terminal, now, signal } = context;
  // A mistyped path would otherwise become a folder with a lock in it.
  await needFolder(content);
  refuseLinks(content);
  const lost = new AbortController();
  const locked = await lockFolder(content, now, () => lost.abort());
  if ('owner' in locked) {
    terminal.say(
      `Cannot write to ${content} while ${locked.owner} does; try again when it has ended`,
    );
    return exitCodes.locked;
  }
  try {
    for (const path of await sweep(content)) {
      terminal.say(`${path}: taken up from a run that was cut`);
    }
    for (const folder of ['ledger', 'transcripts', 'versions'])
      await removeParts(`${content}/${folder}`);
    const all = AbortSignal.any([signal, lost.signal]);
    const code = await write({ ...context, signal: all, hasLock: true });
    if (!lost.signal.aborted) return code;
    terminal.say(
      'Cannot go on without the lock on the content folder: another process took it over',
    );
    return exitCodes.failed;
  } finally {
    await locked.release().catch(() => {});
  }
}
