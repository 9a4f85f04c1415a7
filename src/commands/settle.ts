import { z } from 'zod';
import { readContent } from '../archive/read.ts';
import type { Held } from '../ledger/held.ts';
import { dialects } from '../parse/dialects/index.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { observe, openLook } from './observe.ts';
import { settleSource } from './parse-source.ts';
import { tellUnreadable } from './parse-tally.ts';
import { refuse, report, worst } from './report.ts';
import { type Case, correctable, settleBy } from './settle-by.ts';
import { printWording, show } from './settle-show.ts';
import { withholdId } from './settle-withhold.ts';
import { withLock } from './with-lock.ts';

/** `lectern settle`: what is held back, and a person's word on it. */
export const settleCommand = command({
  usage: 'settle [id] [decisions...]',
  summary: 'show what is held back, and say which exchange is which number',
  details: [
    'Without a decision: every wording that is held back, its exchanges by their places, and the numbers',
    'they may have. With the id of a transcript that is not held back, the wording that it shows today;',
    'with an id such as mfa-zh/2021-01-28@v2 that version. A decision is PLACE=NUMBER or PLACE=new, such',
    'as 3=4 7=new; what is not in doubt need not be told. On a wording that is settled it corrects its',
    'numbers. What goes against words that are surely the same is refused without --force.',
    'With --withhold the id is an exchange or a transcript, and the reason is shown to readers.',
  ].join('\n'),
  flags: [
    ['--force', 'accept a decision that goes against words that are surely the same'],
    ['--withhold <ground>', 'take this exchange or transcript out of site, search and exports'],
    ['--json', 'print what is held back as JSON'],
  ],
  options: z.strictObject({
    force: z.boolean().default(false),
    withhold: z.string().min(1).optional(),
    json: z.boolean().default(false),
  }),
  async run(args, options, context) {
    return withLock(context, (locked) => settleAll(args, options, locked));
  },
});

interface Options {
  force: boolean;
  withhold?: string | undefined;
  json: boolean;
}

async function settleAll(
  [target, ...decisions]: string[],
  { force, withhold, json }: Options,
  context: Context,
): Promise<ExitCode> {
  const content = await readContent(context.content, Object.keys(dialects));
  const code = report(content.problems, context);
  if (content.problems.some(({ fatal }) => fatal)) return refuse(context);
  const [id, version] = target?.split('@') ?? [];
  const source = id === undefined ? undefined : content.sources.get(id.split('/')[0] ?? '');
  if (id !== undefined && !source) {
    context.terminal.say(`Expected an id of the ledger, got \`${id}\``);
    return exitCodes.wrongUse;
  }
  if (id !== undefined && source && withhold !== undefined)
    return withholdId(id, withhold, { source, content }, context);
  const look = await openLook(content, false);
  const codes = [code];
  const waiting: Held[] = [];
  for (const one of source ? [source] : content.sources.values()) {
    const observed = await observe(one, look, context, {
      onFault: (line) => context.terminal.say(line),
      onReading: () => {},
    });
    const settled = await settleSource(one, observed, look, context);
    const { unreadable, ledger } = settled;
    codes.push(settled.code, tellUnreadable(unreadable, context.terminal));
    if (observed.readable.faults > 0) codes.push(exitCodes.problems);
    if (unreadable.some((it) => it.id === id)) continue;
    const asked = settled.held.filter(({ transcript }) => id === undefined || transcript === id);
    const about: Case = { source: one, observed, look, ledger };
    const held = version === undefined ? asked : [];
    const shown = id && held.length === 0 ? await correctable(about, id, version, context) : null;
    if (decisions.length > 0) {
      codes.push(await settleBy(decisions, held[0] ?? shown, { ...about, force }, context));
    } else if (shown && !json) printWording(shown, context);
    waiting.push(...held);
  }
  if (decisions.length === 0) codes.push(show(waiting, json, context));
  return worst(codes);
}
