import { z } from 'zod';
import { readSources } from '../archive/read-sources.ts';
import { openClock } from '../capture/fetch/clock.ts';
import { fetchSources } from '../capture/fetch/fetch-sources.ts';
import { openNetwork } from '../capture/fetch/network.ts';
import { openReplay } from '../capture/fetch/replay.ts';
import { watchClock } from '../capture/fetch/watch-clock.ts';
import { futureSentence, newestInFuture } from '../capture/newest.ts';
import { day } from '../model/names.ts';
import type { Source } from '../model/source.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { tellFetch } from './fetch-report.ts';
import { report } from './report.ts';
import { withLock } from './with-lock.ts';

const options = z.strictObject({
  since: day.optional(),
  until: day.optional(),
  limit: z.coerce.number().int().positive().optional(),
  refresh: z.boolean().default(false),
  replay: z.string().optional(),
  delay: z.coerce.number().nonnegative().optional(),
  allowLoopback: z.boolean().default(false),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof options>;

/** `lectern fetch`: new and changed pages of the sources into captures. */
export const fetch = command({
  usage: 'fetch [sources...]',
  summary: 'fetch what is new from the institutions, politely, and store it as captures',
  details: [
    'Without names, every listing that was checked on its site (`verified: true`) is walked.',
    'Pages are looked at again daily for a week, weekly for a quarter, then yearly. robots.txt,',
    'Crawl-delay and Retry-After are obeyed; a host that refuses is left alone. See docs/fetch.md.',
  ].join('\n'),
  flags: [
    ['--since <day>', 'only pages of this day or later'],
    ['--until <day>', 'only pages of this day or earlier'],
    ['--limit <n>', 'ask for at most so many pages of each source'],
    ['--refresh', 'walk the whole listing and look at every page again'],
    ['--replay <file>', 'take a WARC in the place of the network'],
    ['--delay <seconds>', 'seconds between two requests to a host, in place of the sources’ own'],
    ['--allow-loopback', 'let requests go to this machine: rehearsals only'],
    ['--json', 'print a report for programs'],
  ],
  options,
  async run(names, given, context) {
    const { sources, site, problems } = await readSources(context.content);
    const code = report(problems, context);
    const unknown = names.find((name) => !sources.has(name));
    const chosen = [...sources.values()].filter(({ id }) => names.includes(id));
    const all = checkedSources(sources.values());
    const fault =
      unknown === undefined
        ? faultIn(given, site.contact, names.length > 0 ? chosen : all)
        : `Expected a source, got \`${unknown}\``;
    if (fault !== null) {
      context.terminal.say(`lectern: ${fault}`);
      return exitCodes.wrongUse;
    }
    const fetched = await withLock(context, async (locked) => {
      const now = context.now();
      const newest = await newestInFuture(context.content, sources.keys(), now);
      if (newest) {
        context.terminal.say(`lectern: Cannot fetch: ${futureSentence(newest, now)}`);
        return exitCodes.failed;
      }
      return fetchAll(names.length > 0 ? chosen : all, given, site.contact ?? '', locked);
    });
    return fetched === exitCodes.done ? code : fetched;
  },
});

/** The sources that may be fetched unnamed, each with the listings that were walked on the live site. */
export const checkedSources = (sources: Iterable<Source>): Source[] =>
  [...sources]
    .filter(({ verified }) => verified)
    .map((source) => ({
      ...source,
      listings: source.listings.filter(({ verified }) => verified),
    }))
    .filter(({ listings }) => listings.length > 0);

function faultIn(given: Options, contact: string | null, chosen: Source[]): string | null {
  if (chosen.length === 0) {
    return 'Cannot fetch without a listing that was checked on its site: name the sources to fetch';
  }
  const without = chosen.find(({ listings }) => listings.length === 0);
  if (without)
    return `Cannot fetch ${without.id} without \`listings\` in sources/${without.id}.yaml`;
  if (given.delay !== undefined && given.delay < 1 && !given.allowLoopback && !given.replay) {
    return `--delay: Expected at least 1 second, got \`${given.delay}\``;
  }
  if (contact === null && !given.replay) {
    return 'Cannot fetch without an address that operators can write to: set `contact` in site.yaml';
  }
  return null;
}

async function fetchAll(
  sources: Source[],
  { replay, allowLoopback, delay, json, since, until, limit, refresh }: Options,
  contact: string,
  { content, terminal, now, signal }: Context,
): Promise<ExitCode> {
  const open = replay ? await openReplay(replay) : openNetwork({ allowLoopback, now });
  const transport = watchClock(open, now);
  const pace = replay ? 0 : delay;
  const talk = tellFetch(terminal, json);
  const reports = await fetchSources(sources, {
    content,
    transport,
    clock: openClock(now, signal),
    random: Math.random,
    userAgent: `Lectern/0.1 (+${contact})`,
    anyPort: allowLoopback,
    refresh,
    signal,
    onListing: talk.listing,
    onPlan: talk.plan,
    onVisit: talk.visit,
    ...(pace !== undefined && { delay: pace }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(limit !== undefined && { limit }),
  });
  return talk.sum(reports);
}
