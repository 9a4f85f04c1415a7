import type { Held } from '../ledger/held.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

/** How many numbers an exchange is shown that it may have; the likeliest come first. */
const shownCandidates = 5;

/** Print what is held back; what it means for the exit code. */
export function show(held: Held[], json: boolean, context: Context): ExitCode {
  if (json) context.terminal.print(JSON.stringify(held.map(jsonOf)));
  else for (const one of held) printWording(one, context);
  if (held.length === 0) context.terminal.say('Nothing is held back');
  return held.length > 0 ? exitCodes.problems : exitCodes.done;
}

/** Print a wording, an exchange a line: its place, its number or those that it may have, how it starts. */
export function printWording(held: Held, { terminal }: Context): void {
  const { transcript, url, settled, reason, exchanges } = held;
  const how = settled ? `is settled in ${settled.version}` : 'is held back';
  terminal.print(`${transcript} ${how} as ${url} shows it`);
  if (reason !== null) terminal.print(`  ${reason}`);
  for (const [at, { starts, face }] of exchanges.entries()) {
    terminal.print(`  ${at + 1} ${numberAt(held, at)}  ${face.asker ?? ''}  ${starts}`);
  }
}

function numberAt({ settled, exchanges }: Held, at: number): string {
  const { n = null, candidates = [] } = exchanges[at] ?? {};
  if (settled) return `= ${settled.numbers[at]}`;
  if (candidates.length === 0) return `= ${n ?? 'new'}`;
  const likely = candidates
    .slice(0, shownCandidates)
    .map((it) => `${it.n} (${it.score.toFixed(2)})`);
  const more = candidates.slice(shownCandidates).map((it) => it.n);
  return `? ${[...likely, ...more, 'new'].join(' or ')}`;
}

const jsonOf = ({ transcript, url, reason, exchanges }: Held) => ({
  transcript,
  url,
  reason,
  exchanges: exchanges.map(({ n, starts, face: { asker }, candidates }, at) => ({
    place: at + 1,
    n,
    asker,
    starts,
    candidates,
  })),
});
