import { z } from 'zod';
import { readLedger } from '../archive/ledger.ts';
import { historyOf } from '../ledger/history.ts';
import { command, exitCodes } from './command.ts';
import { report } from './report.ts';

/** `lectern history ID`: the life of an exchange or a transcript, from the ledger. */
export const history = command({
  usage: 'history <id>',
  summary: 'print what happened to an exchange or a transcript since it was first seen',
  details:
    'A line for each event: when the capture was made that showed it, version, what, likeness.',
  flags: [['--json', 'print the events as JSON']],
  options: z.strictObject({ json: z.boolean().default(false) }),
  async run([id = ''], { json }, context) {
    const { terminal } = context;
    const { events, problems } = await readLedger(context.content);
    const code = report(problems, context);
    const happenings = historyOf(events, id);
    if (happenings.length === 0) {
      terminal.say(`Expected the id of an exchange or a transcript in the ledger, got \`${id}\``);
      return exitCodes.wrongUse;
    }
    if (json) terminal.print(JSON.stringify(happenings));
    for (const { seen, version, what, id: about, score, note } of json ? [] : happenings) {
      const likeness = score === null ? '' : score.toFixed(3);
      const cells = [
        seen.padEnd(20),
        (version ?? '').padEnd(3),
        what.padEnd(10),
        likeness.padEnd(5),
      ];
      terminal.print([...cells, about, note].join('  ').trimEnd());
    }
    return code;
  },
});
