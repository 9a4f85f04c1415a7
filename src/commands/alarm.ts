import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { notify } from '../capture/fetch/notify.ts';
import type { Terminal } from './command.ts';
import type { UpdateReport } from './update-report.ts';

/** Whom to tell that somebody should look: a webhook, or a command that reads the report. */
export interface Alarm {
  webhook?: string;
  command?: string;
}

/** Send a report to whom the operator named; an alarm that fails is said, and is no reason to fail. */
export async function raise(
  { webhook, command }: Alarm,
  report: UpdateReport,
  terminal: Terminal,
): Promise<void> {
  const told = [
    ...(webhook === undefined ? [] : [notify(webhook, report)]),
    ...(command === undefined ? [] : [pipe(command, JSON.stringify(report, null, 2))]),
  ];
  for (const result of await Promise.allSettled(told)) {
    if (result.status === 'rejected')
      terminal.say(`Cannot raise the alarm: ${String(result.reason?.message ?? result.reason)}`);
  }
}

/** Milliseconds after which an alarm that does not end is ended: the next update must come. */
const longestAlarm = 60_000;

/** Run a command of the operator's in a shell, with the report as its standard input. */
async function pipe(command: string, text: string): Promise<void> {
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    timeout: longestAlarm,
  });
  child.stdin.on('error', () => {});
  child.stdin.end(text);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Expected \`${command}\` to end well, got exit code ${code}`);
}
