import { z } from 'zod';
import { identityProblems } from '../archive/identity.ts';
import { readLedger } from '../archive/ledger.ts';
import { readTranscripts } from '../archive/transcripts.ts';
import { verify as verifyCaptures } from '../capture/verify.ts';
import { command, exitCodes } from './command.ts';
import { referencesOf } from './references.ts';
import { report } from './report.ts';

/** `lectern verify`: every byte of the captures, that each transcript has its own, and the ledger its transcripts. */
export const verify = command({
  usage: 'verify',
  summary: 'check every digest, length and reference of the captures, and the ledger',
  details: [
    'Finds a flipped byte, a cut tail, a missing file, a file that nobody knows; says what to do.',
    'Reads only. It takes about a second for 60 MB of captures.',
  ].join('\n'),
  flags: [['--json', 'print what was found as JSON']],
  options: z.strictObject({ json: z.boolean().default(false) }),
  async run(_, { json }, context) {
    const { content, terminal } = context;
    const read = await readTranscripts(content);
    const ledger = await readLedger(content);
    const identity = await identityProblems(content, read.transcripts, ledger.events);
    const code = report([...read.problems, ...ledger.problems, ...identity], context);
    const found = await verifyCaptures(content, referencesOf(read.transcripts));
    if (json) terminal.print(JSON.stringify(found));
    else {
      for (const { path, offset, reason, cure } of found.findings) {
        terminal.print(`${path}${offset === undefined ? '' : `:${offset}`} ${reason}; ${cure}`);
      }
      const { warcs, captures, findings } = found;
      terminal.say(`${warcs} WARCs, ${captures} captures, ${findings.length} faults`);
    }
    return found.findings.length > 0 ? exitCodes.problems : code;
  },
});
