import { rm } from 'node:fs/promises';
import { appendLedger } from '../archive/ledger.ts';
import { type Content, readContent } from '../archive/read.ts';
import { ledgerFaults } from '../ledger/faults.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Source } from '../model/source.ts';
import { dialects } from '../parse/dialects/index.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';
import { memoryOf, observe, openLook } from './observe.ts';
import { settleSource } from './parse-source.ts';
import { tellUnreadable } from './parse-tally.ts';
import { worst } from './report.ts';

/** Take an exchange or a transcript out of site, search and exports, and what else has words of it. */
export async function withholdId(
  id: string,
  ground: string,
  { source, content: { ledger } }: { source: Source; content: Content },
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  const date = context.now().toISOString().slice(0, 10);
  const event: LedgerEvent = { event: 'withheld', id, date, ground };
  const fault = ledgerFaults([...ledger, event]).find(({ at }) => at === ledger.length);
  if (fault) {
    terminal.say(fault.reason);
    return exitCodes.wrongUse;
  }
  await appendLedger(context.content, [event]);
  // What is remembered of the source's pages has their words.
  await rm(memoryOf(context.content, source.id), { recursive: true, force: true });
  const content = await readContent(context.content, Object.keys(dialects));
  const look = await openLook(content, false);
  const observed = await observe(source, look, context, {
    onFault: (line) => terminal.say(line),
    onReading: () => {},
  });
  const before = content.ledger.filter((line) => line.id.startsWith(`${source.id}/`)).length;
  const settled = await settleSource(source, observed, look, context);
  for (const line of settled.ledger.slice(before)) {
    if (line.event === 'withheld') terminal.say(`${line.id} has words of it and is withheld too`);
  }
  terminal.say(`${id} is withheld from ${date} on; build the site again`);
  const faults = observed.readable.faults > 0 ? exitCodes.problems : exitCodes.done;
  return worst([settled.code, faults, tellUnreadable(settled.unreadable, terminal)]);
}
