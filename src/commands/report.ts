import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { visible } from '../model/visible.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

/** Say each problem in a line, `<file>:<line>:<column> <reason>`; the exit code that they mean. */
export function report(problems: Problem[], { content, terminal }: Context): ExitCode {
  for (const { file, line, column, reason } of problems) {
    terminal.say(`${visible(pathFromHere(path.join(content, file)))}:${line}:${column} ${reason}`);
  }
  return problems.length > 0 ? exitCodes.problems : exitCodes.done;
}

/** Say that nothing is numbered while the ledger has faults. */
export function refuse({ terminal }: Context): ExitCode {
  terminal.say('Cannot number exchanges without a whole ledger: mend what is said above first');
  return exitCodes.failed;
}

/** The exit code of several steps: the most serious one. */
export const worst = (codes: readonly ExitCode[]): ExitCode =>
  [...codes].sort((a, b) => b - a)[0] ?? exitCodes.done;

/** A path as a person in the current folder would write it: relative below it, else absolute. */
export function pathFromHere(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
