import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** What a program took, run to its end. */
export interface Cost {
  /** User and system seconds, with those of its own children. */
  cpu: number;
  /** Peak of its resident memory in MiB, looked at ten times a second; 0 where there is no /proc. */
  memory: number;
  /** Its standard output. */
  output: string;
}

/** Runs a program and measures it by the shell's `times`; one that fails throws with its last words. */
export async function costOf(command: string[]): Promise<Cost> {
  const script = '"$@"; code=$?; times >&2; exit $code';
  const shell = spawn('sh', ['-c', script, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, ...childrenOf(shell.pid).map(peakOf));
  }, 100);
  const ended = once(shell, 'close');
  const [output, talk] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
  const [code] = await ended;
  clearInterval(look);
  // 1 is a build that reports problems of the content, as the real corpus has.
  if (code !== 0 && code !== 1)
    throw new Error(`Cannot bench without \`${command.join(' ')}\`: ${talk.slice(-500)}`);
  const times = [...(talk.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { cpu, memory, output };
}

/** What `/proc` says, or nothing where it has no such file. */
function fromProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}

const childrenOf = (pid: number | undefined): string[] =>
  fromProc(`${pid}/task/${pid}/children`).split(' ').filter(Boolean);

const peakOf = (pid: string): number =>
  Number(/VmHWM:\s+(\d+)/.exec(fromProc(`${pid}/status`))?.[1] ?? 0) / 1024;

/** The command that runs one of our TypeScript programs. */
export const node = (...args: string[]): string[] => [process.execPath, '--import', 'tsx', ...args];
