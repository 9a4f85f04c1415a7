import { rm } from 'node:fs/promises';
import { appendLedger } from '../archive/ledger.ts';
import type { Content } from '../archive/read.ts';
import { ledgerFaults } from '../ledger/faults.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';
import { memoryOf } from './observe.ts';

/** Take an exchange or a transcript out of site, search and exports. */
export async function withholdId(
  id: string,
  ground: string,
  { ledger }: Content,
  context: Context,
): Promise<ExitCode> {
  const date = context.now().toISOString().slice(0, 10);
  const event: LedgerEvent = { event: 'withheld', id, date, ground };
  const fault = ledgerFaults([...ledger, event]).find(({ at }) => at === ledger.length);
  if (fault) {
    context.terminal.say(fault.reason);
    return exitCodes.wrongUse;
  }
  await appendLedger(context.content, [event]);
  // What is remembered of the source's pages has their words; the next parse reads the others again.
  const [source = ''] = id.split('/');
  await rm(memoryOf(context.content, source), { recursive: true, force: true });
  context.terminal.say(`${id} is withheld from ${date} on; build the site again`);
  return exitCodes.done;
}
