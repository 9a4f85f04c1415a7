import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { appendLedger } from '../archive/ledger.ts';
import { type Content, readContent } from '../archive/read.ts';
import { decide, readTold } from '../ledger/decide.ts';
import { ledgerFaults } from '../ledger/faults.ts';
import type { Held } from '../ledger/held.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Source } from '../model/source.ts';
import { dialects } from '../parse/dialects/index.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { type Look, memoryOf, type Observed, observe, openLook } from './observe.ts';
import { settleSource } from './parse-source.ts';
import { tellUnreadable } from './parse-tally.ts';
import { refuse, report, worst } from './report.ts';
import { withLock } from './with-lock.ts';

/** `lectern settle`: what is held back, and a person's word on it. */
export const settleCommand = command({
  usage: 'settle [id] [decisions...]',
  summary: 'show what is held back, and say which exchange is which number',
  details: [
    'Without a decision: every wording that is held back, its exchanges by their places, and the numbers',
    'in doubt. A decision is PLACE=NUMBER or PLACE=new, such as 3=4 7=new; what was not in doubt need not',
    'be told. With --withhold the id is an exchange or a transcript, and the reason is shown to readers.',
  ].join('\n'),
  flags: [
    ['--withhold <ground>', 'take this exchange or transcript out of site, search and exports'],
    ['--json', 'print what is held back as JSON'],
  ],
  options: z.strictObject({
    withhold: z.string().min(1).optional(),
    json: z.boolean().default(false),
  }),
  async run(args, options, context) {
    return withLock(context, (locked) => settleAll(args, options, locked));
  },
});

async function settleAll(
  [id, ...decisions]: string[],
  { withhold, json }: { withhold?: string | undefined; json: boolean },
  context: Context,
): Promise<ExitCode> {
  const content = await readContent(context.content, Object.keys(dialects));
  const code = report(content.problems, context);
  if (content.problems.some(({ fatal }) => fatal)) return refuse(context);
  const source = id === undefined ? undefined : content.sources.get(id.split('/')[0] ?? '');
  if (id !== undefined && !source) {
    context.terminal.say(`Expected an id of the ledger, got \`${id}\``);
    return exitCodes.wrongUse;
  }
  if (id !== undefined && withhold !== undefined) return withholdId(id, withhold, content, context);
  const look = await openLook(content, false);
  const codes = [code];
  const waiting: Held[] = [];
  for (const one of source ? [source] : content.sources.values()) {
    const observed = await observe(one, look, context, {
      onFault: (line) => context.terminal.say(line),
      onReading: () => {},
    });
    const { held, unreadable, code: settled } = await settleSource(one, observed, look, context);
    codes.push(settled, tellUnreadable(unreadable, context.terminal));
    if (observed.readable.faults > 0) codes.push(exitCodes.problems);
    const asked = held.filter(({ transcript }) => id === undefined || transcript === id);
    if (decisions.length > 0)
      codes.push(await settleHeld(one, asked, decisions, { look, observed }, context));
    else waiting.push(...asked);
  }
  if (decisions.length === 0) codes.push(show(waiting, json, context));
  return worst(codes);
}

function show(held: Held[], json: boolean, { terminal }: Context): ExitCode {
  if (json) terminal.print(JSON.stringify(held.map(jsonOf)));
  for (const { transcript, url, exchanges } of json ? [] : held) {
    terminal.print(`${transcript} is held back as ${url} shows it`);
    for (const [at, { n, starts, face, candidates }] of exchanges.entries()) {
      const numbers = candidates.map((it) => `${it.n} (${it.score.toFixed(2)})`).join(' or ');
      const said = candidates.length > 0 ? `? ${numbers}` : `= ${n ?? 'new'}`;
      terminal.print(`  ${at + 1} ${said}  ${face.asker ?? ''}  ${starts}`);
    }
  }
  if (held.length === 0) terminal.say('Nothing is held back');
  return held.length > 0 ? exitCodes.problems : exitCodes.done;
}

const jsonOf = ({ transcript, url, exchanges }: Held) => ({
  transcript,
  url,
  exchanges: exchanges.map(({ n, starts, face: { asker }, candidates }, at) => ({
    place: at + 1,
    n,
    asker,
    starts,
    candidates,
  })),
});

async function settleHeld(
  source: Source,
  held: Held[],
  decisions: string[],
  { look, observed }: { look: Look; observed: Observed },
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  const wrong = (lines: string[]): ExitCode => {
    for (const line of lines) terminal.say(line);
    return exitCodes.wrongUse;
  };
  const [first] = held;
  if (!first) return wrong(['Cannot settle a transcript without a wording that is held back']);
  const told = decisions.map((text) => ({ text, read: readTold(text) }));
  const odd = told.filter(({ read }) => read === null);
  if (odd.length > 0) {
    return wrong(odd.map(({ text }) => `Expected PLACE=NUMBER or PLACE=new, got \`${text}\``));
  }
  const decided = decide(
    first,
    told.flatMap(({ read }) => read ?? []),
  );
  if ('missing' in decided) return wrong(decided.missing);
  await appendLedger(context.content, [decided]);
  const content = await readContent(context.content, Object.keys(dialects));
  const after = await settleSource(source, observed, { ...look, content }, context);
  terminal.say(`${first.transcript} is settled`);
  return after.held.length > 0 ? exitCodes.problems : exitCodes.done;
}

async function withholdId(
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
  context.terminal.say(`${id} is withheld from ${date} on; build the site anew`);
  return exitCodes.done;
}
