import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const bin = path.resolve(import.meta.dirname, '../../bin/lectern.js');

/** What a run of the command line left: its exit code and what it wrote on both streams. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Run `lectern` as a person would, in a process of its own, from a folder that is not the clone. */
export async function lectern(...args: string[]): Promise<Run> {
  const child = startLectern(...args);
  const run: Run = { code: null, out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    run.out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    run.err += chunk;
  });
  run.code = await new Promise((resolve) => child.on('close', resolve));
  return run;
}

/** The same, still running; standard input is closed. */
export const startLectern = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [bin, ...args], { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
