import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PressOffice } from './press-office.ts';

const lectern = path.join(import.meta.dirname, '../bin/lectern.js');

/** One command of a rehearsal as it ended. */
export interface Step {
  command: string;
  code: number;
  /** Standard output and standard error together. */
  said: string;
}

/**
 * Start an archive of the press office in an empty folder and keep it through two rounds: what a new
 * user types, five commands, nothing edited by hand. Each command is told before and after it ran.
 */
export async function rehearse(
  office: PressOffice,
  folder: string,
  tell: (line: string) => void,
): Promise<Step[]> {
  await mkdir(folder, { recursive: true });
  const page = (language: string) => `${office.origin}/${language}/briefings/202403/t20240318.html`;
  const steps: Step[] = [];
  const run = async (...args: string[]) => void steps.push(await runStep(folder, args, tell));
  await run(
    'init',
    '--bare',
    '--no-install',
    '--title',
    'Caldmere',
    '--contact',
    'archive@example.org',
  );
  await run('add', page('zh'), '--yes', '--allow-loopback');
  await run('add', page('en'), '--yes', '--allow-loopback');
  await run('update', '--allow-loopback', '--delay', '0');
  office.goTo(2);
  tell('# The press office edits a page, leaves a question out, takes one down, puts one up.');
  await run('update', '--allow-loopback', '--delay', '0', '--refresh');
  return steps;
}

async function runStep(cwd: string, args: string[], tell: (line: string) => void): Promise<Step> {
  const command = `lectern ${args.join(' ')}`;
  tell(`$ ${command}`);
  const child = spawn(process.execPath, [lectern, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const step: Step = { command, code: -1, said: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      step.said += text;
    });
  }
  const [code] = await once(child, 'close');
  step.code = Number(code);
  tell(step.said.trimEnd());
  return step;
}
