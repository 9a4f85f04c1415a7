import { lockArchive } from '../capture/lock.ts';
import { sweep } from '../capture/sweep.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

/**
 * Runs a command's writing with the captures locked and what a killed run left taken up. The signal
 * given to `write` is also aborted when the lock is lost; exit code 75 where another process has it.
 */
export async function withLock(
  { content, terminal, now, signal }: Context,
  write: (signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const lost = new AbortController();
  const locked = await lockArchive(content, now, () => lost.abort());
  if ('taken' in locked) {
    terminal.say(locked.taken);
    return exitCodes.locked;
  }
  try {
    for (const path of await sweep(content)) {
      terminal.say(`${path}: taken up from a run that was cut`);
    }
    const code = await write(AbortSignal.any([signal, lost.signal]));
    if (!lost.signal.aborted) return code;
    terminal.say('Cannot go on without the lock on the captures, which another process took over');
    return exitCodes.failed;
  } finally {
    await locked.release().catch(() => {});
  }
}
