import path from 'node:path';
import { z } from 'zod';
import { readSources } from '../archive/read-sources.ts';
import { readTranscripts } from '../archive/transcripts.ts';
import { webAddress } from '../model/link.ts';
import { day } from '../model/names.ts';
import { raise } from './alarm.ts';
import { build } from './build.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { exportCommand } from './export.ts';
import { checkedSources, fetch } from './fetch.ts';
import { parseCommand } from './parse.ts';
import { worst } from './report.ts';
import { runJson } from './run-json.ts';
import { type Silence, silenceOf } from './silence.ts';
import {
  buildReport,
  fetchReport,
  isOdd,
  joinReports,
  lineOf,
  parseReport,
  type UpdateReport,
} from './update-report.ts';
import { withLock } from './with-lock.ts';

const options = z.strictObject({
  since: day.optional(),
  limit: z.coerce.number().int().positive().optional(),
  refresh: z.boolean().default(false),
  delay: z.coerce.number().nonnegative().optional(),
  allowLoopback: z.boolean().default(false),
  webhook: webAddress.optional(),
  alarm: z.string().min(1).optional(),
  pack: z.string().min(1).optional(),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof options>;

/** `lectern update`: one day's work, for cron. */
export const update = command({
  usage: 'update [sources...]',
  summary: 'fetch, parse, number and build in one go, and say what needs a person',
  details: [
    'Ends with 0 when all went well, with 1 when somebody should look: a page failed or could not be read, a',
    'wording waits for a decision, a source has been silent for twice its usual time or its layout changed.',
    'Then, and when it could not be finished, --webhook gets the report by POST, and --alarm as standard',
    'input: --alarm "mail -s archive me".',
  ].join('\n'),
  flags: [
    ['--since <day>', 'only pages of this day or later'],
    ['--limit <n>', 'ask for at most so many pages of each source'],
    ['--refresh', 'walk the whole listing and look at every page again'],
    ['--delay <seconds>', 'seconds between two requests to a host, in place of the sources’ own'],
    ['--allow-loopback', 'let requests go to this machine: rehearsals only'],
    ['--webhook <address>', 'post the report there when somebody should look'],
    ['--alarm <command>', 'give the report to this command when somebody should look'],
    ['--pack <dir>', 'write the archive in every format there, as `export --format pack` does'],
    ['--json', 'print the report for programs'],
  ],
  options,
  async run(names, given, context) {
    const started = context.now().toISOString();
    try {
      const code = await withLock(context, (locked) => updateAll(names, given, started, locked));
      if (code === exitCodes.locked)
        await raiseStopped(given, started, code, 'another process writes the archive', context);
      return code;
    } catch (cause) {
      await raiseStopped(given, started, exitCodes.failed, reasonOf(cause), context);
      throw cause;
    }
  },
});

/** A day's work; what stops it early is told to whom the alarm goes, what throws is told by the caller. */
async function updateAll(
  names: string[],
  given: Options,
  started: string,
  context: Context,
): Promise<ExitCode> {
  const fetched = await fetchNamed(names, given, context);
  if (fetched.code > exitCodes.problems) {
    await raiseStopped(given, started, fetched.code, fetched.said.at(-1) ?? '', context);
    return fetched.code;
  }
  const parsed = await runJson(parseCommand, [], { json: true }, parseReport, context);
  const silent = await silences(context);
  const sources = joinReports(fetched.report, parsed.report, silent);
  const built = await runJson(build, [], { json: true }, buildReport, context);
  const packed = await packInto(given.pack, context);
  // The page that offers the data says their sizes, which were not known before.
  const again = isWithin(given.pack, context)
    ? await runJson(build, [], { json: true }, buildReport, context)
    : packed;
  const odd = [fetched, parsed, built, packed, again].some((it) => it.code !== exitCodes.done);
  const code = codeOf(odd || sources.some(isOdd));
  const finished = context.now().toISOString();
  const stopped = built.code > exitCodes.problems ? (built.said.at(-1) ?? '') : null;
  const report: UpdateReport = { started, finished, code, stopped, sources, site: built.report };
  if (given.json) context.terminal.print(JSON.stringify(report));
  else for (const source of sources) context.terminal.print(lineOf(source));
  if (code !== exitCodes.done) await raise(alarmOf(given), report, context.terminal);
  return worst([parsed.code, built.code, packed.code, again.code, code]);
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/** Tells whom the alarm goes to that the update came to no end, and why. */
async function raiseStopped(
  given: Options,
  started: string,
  code: ExitCode,
  stopped: string,
  { now, terminal }: Context,
): Promise<void> {
  const finished = now().toISOString();
  const report: UpdateReport = { started, finished, code, stopped, sources: [], site: null };
  await raise(alarmOf(given), report, terminal);
}

const codeOf = (odd: boolean): ExitCode => (odd ? exitCodes.problems : exitCodes.done);

/** What reusers take away, written anew; nothing where no folder was named. */
async function packInto(to: string | undefined, context: Context): Promise<{ code: ExitCode }> {
  if (to === undefined) return { code: exitCodes.done };
  return {
    code: await exportCommand.run([], exportCommand.options.parse({ format: 'pack', to }), context),
  };
}

const isWithin = (folder: string | undefined, { output }: Context): boolean =>
  folder !== undefined && path.resolve(folder).startsWith(output + path.sep);

const alarmOf = ({ webhook, alarm }: Options) => ({
  ...(webhook !== undefined && { webhook }),
  ...(alarm !== undefined && { command: alarm }),
});

/** Fetch what may be fetched unnamed, or what is named; an archive that has neither goes on without. */
async function fetchNamed(
  names: string[],
  { webhook, alarm, pack, ...given }: Options,
  context: Context,
) {
  const { sources } = await readSources(context.content);
  if (names.length === 0 && checkedSources(sources.values()).length === 0) {
    context.terminal.say('Nothing is fetched without a listing that was checked on its site');
    return { code: exitCodes.done, report: null, said: [] };
  }
  return runJson(fetch, names, { ...given, json: true }, fetchReport, context);
}

/** How long each source has been quiet, by what its transcripts say. */
async function silences({ content, now }: Context): Promise<(source: string) => Silence | null> {
  const days = new Map<string, string[]>();
  for (const { source, date } of (await readTranscripts(content)).transcripts)
    days.set(source, [...(days.get(source) ?? []), date]);
  return (source) => silenceOf(days.get(source) ?? [], now().toISOString().slice(0, 10));
}
