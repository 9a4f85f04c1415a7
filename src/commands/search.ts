import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { gather } from '../archive/gather.ts';
import type { Archive } from '../model/archive.ts';
import { type Directory, directoryPath, indexVersion } from '../search/directory.ts';
import { openIndex, type SearchIndex, type SearchResult } from '../search/engine.ts';
import { fillIn, quoted } from '../search/fill-in.ts';
import { buildIndex } from '../search/index-builder.ts';
import { newest, oldest } from '../search/order.ts';
import { passages } from '../search/passages.ts';
import { relevance } from '../search/relevance.ts';
import { lookUpSeldom } from '../search/seldom.ts';
import type { Unit } from '../search/unit.ts';
import { noticeWords } from '../search/words.ts';
import { sweepStage } from '../site/claim.ts';
import { siteFolders } from '../site/site-folders.ts';
import { command } from './command.ts';
import { report } from './report.ts';

/** `lectern search`: what was said, in the terminal, by the engine that the site's search page uses. */
export const search = command({
  usage: 'search <query...>',
  summary: 'find exchanges and statements by what was said in them',
  details: [
    'Words side by side must all be there. "…" keeps words together, OR joins two, -word rules out,',
    'NEAR/20 wants at most 20 characters between, q: and a: look at one side, word* takes any ending.',
    'outlet: speaker: topic: source: lang: kind: date:2021-01..2021-06 narrow by what the archive knows.',
    'A query that begins with a minus goes behind two more: lectern search -- -word',
  ].join('\n'),
  flags: [
    ['--json', 'one JSON object: {"total", "hits": [{"id", "kind", "url", "date", …}], "notices"}'],
    ['--limit <n>', 'hits to show (10)'],
    ['--sort <order>', 'newest (the default), oldest or relevance'],
  ],
  options: z.strictObject({
    json: z.boolean().default(false),
    limit: z.coerce.number().int().min(0).default(10),
    sort: z
      .enum(['newest', 'oldest', 'relevance'])
      .default('newest')
      .transform((name) => orders[name]),
  }),
  async run(words, { json, limit, sort }, context) {
    const archive = await gather(context.content);
    await sweepStage(siteFolders(context.content, context.output), context.now);
    const index = await openCurrent(archive, context.output);
    const result = await index.search(words.join(' '), { limit, sort });
    for (const { key, about } of result.notices) {
      context.terminal.say(fillIn(noticeWords[key][1], [quoted(about)]));
    }
    if (json) context.terminal.print(JSON.stringify(jsonOf(result)));
    else for (const line of linesOf(result, index)) context.terminal.print(line);
    return report(archive.problems, context);
  },
});

const orders = { newest, oldest, relevance };

/** The index of an archive: the files of the built site where they are current, the rest made in memory. */
async function openCurrent(archive: Archive, output: string): Promise<SearchIndex> {
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { path: file, bytes } of buildIndex(archive, await builtDirectory(output))) {
    if (bytes) made.set(file, new Uint8Array(bytes));
  }
  return openIndex(
    async (file) => made.get(file) ?? new Uint8Array(await readFile(path.join(output, file))),
    async () => ({ lookUpSeldom }),
  );
}

/** The directory of the site's index, if there is a site with one that this version can read. */
async function builtDirectory(output: string): Promise<Directory | undefined> {
  try {
    const directory: Directory = JSON.parse(
      await readFile(path.join(output, directoryPath), 'utf8'),
    );
    return directory.version === indexVersion ? directory : undefined;
  } catch {
    return undefined;
  }
}

const jsonOf = ({ total, hits, notices }: SearchResult) => ({ total, hits, notices });

function* linesOf(
  { total, all, hits, phrases }: SearchResult,
  index: SearchIndex,
): Generator<string> {
  yield `${total} of ${all} exchanges and statements`;
  for (const unit of hits) {
    yield '';
    yield `${unit.date}  ${unit.id}  ${askers(unit)}`;
    for (const { before, hit, after } of passages(unit, phrases, index.fold).slice(0, 3)) {
      yield `  ${before}[${hit}]${after}`;
    }
  }
}

const askers = ({ turns }: Unit): string =>
  [...new Set(turns.map(({ label }) => label).filter((label) => label !== null))].join(', ');
