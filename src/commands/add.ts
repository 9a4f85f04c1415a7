import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Content, readContent } from '../archive/read.ts';
import { decode } from '../capture/decode.ts';
import { openClock } from '../capture/fetch/clock.ts';
import type { Failure } from '../capture/fetch/codes.ts';
import { type Look, openLook } from '../capture/fetch/look.ts';
import { openNetwork } from '../capture/fetch/network.ts';
import { type Listed, listsNear, proposeListing } from '../capture/propose-listing.ts';
import { webAddress } from '../model/link.ts';
import { type Proposal, propose, widen } from '../parse/propose/index.ts';
import { showProposal } from './add-show.ts';
import { draftSource, writeSource } from './add-write.ts';
import { openAsker } from './ask.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { pathFromHere } from './report.ts';
import { withLock } from './with-lock.ts';

const options = z.strictObject({
  url: webAddress.optional(),
  listing: webAddress.optional(),
  id: z.string().optional(),
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
  allowLoopback: z.boolean().default(false),
});
type Options = z.infer<typeof options>;

/** `lectern add`: a source from one of its pages. */
export const add = command({
  usage: 'add <page>',
  summary: 'propose a source from one of its pages: an address, or a saved file with --url',
  details: [
    'Tries every dialect on the page, shows the first exchanges as it understood them, asks what the page',
    'cannot tell, and writes sources/<id>.yaml and the page as a fixture that `lectern check` reads again.',
    'Nothing is stored as a capture: that is what fetch and import do.',
  ].join('\n'),
  flags: [
    ['--url <address>', 'address of the saved page'],
    [
      '--listing <address>',
      'the page that lists such pages, where the page itself does not lead to it',
    ],
    ['--id <id>', 'what to call the source'],
    ['--yes', 'take every proposal without asking'],
    ['--json', 'print what was proposed and written as JSON'],
    ['--allow-loopback', 'let requests go to this machine: rehearsals only'],
  ],
  options,
  async run([target = ''], given, context) {
    const content = await readContent(context.content);
    const wrong = faultIn(target, given, content);
    if (wrong !== null) {
      context.terminal.say(`lectern: ${wrong}`);
      return exitCodes.wrongUse;
    }
    const look = lookerOf(content, given, context);
    const page = await pageOf(target, given, look);
    if ('code' in page)
      return fail(`${target}: ${page.code} ${page.reason}; ${unreached}`, context);
    const listed = await listedWith(page, given, look, context);
    const found = await proposeFrom(page, listed, look, content);
    return offer(target, page, found, listed?.listing ?? null, content, given, context);
  },
});

const unreached =
  'look at the address and the network, or save the page and give its file with --url';

const isAddress = (target: string): boolean => /^https?:\/\//.test(target);

function faultIn(target: string, { url }: Options, { site }: Content): string | null {
  if (!isAddress(target) && url === undefined)
    return 'Cannot add a saved page without its address: give --url';
  if (isAddress(target) && site.contact === null)
    return 'Cannot fetch without an address that operators can write to: set `contact` in site.yaml';
  return null;
}

type Looker = (url: string) => Promise<Look | Failure>;

function lookerOf({ site }: Content, { allowLoopback }: Options, context: Context): Looker {
  const { now, signal } = context;
  return openLook({
    transport: openNetwork({ allowLoopback, now }),
    clock: openClock(now, signal),
    random: Math.random,
    signal,
    userAgent: `Lectern/0.1 (+${site.contact})`,
    anyPort: allowLoopback,
    ...(allowLoopback && { delay: 0 }),
  });
}

async function pageOf(target: string, { url }: Options, look: Looker): Promise<Look | Failure> {
  if (isAddress(target)) return look(target);
  return { url: url ?? '', text: decode(await readFile(path.resolve(target))).text };
}

/** Most pages that are asked for in search of the one that lists the others. */
const mostLooks = 3;

/** From the page and from the oldest page near it, which may be of an older template. */
async function proposeFrom(
  page: Look,
  listed: Listed | null,
  look: Looker,
  { dialects }: Content,
): Promise<Proposal> {
  const found = propose({ ...page, mediaType: 'text/html' }, dialects);
  const other = listed && listed.oldest !== page.url ? await look(listed.oldest) : null;
  if (!other || 'code' in other) return found;
  return widen(found, propose({ ...other, mediaType: 'text/html' }, dialects));
}

/** The listing that the page leads to, or that was named; none for a saved page, which asks nobody. */
async function listedWith(
  page: Look,
  { listing, url }: Options,
  look: Looker,
  { terminal }: Context,
): Promise<Listed | null> {
  const near = listing ? [listing] : url ? [] : listsNear(page.text, page.url).slice(0, mostLooks);
  for (const start of near) {
    const list = await look(start);
    if ('code' in list) {
      terminal.say(`${start}: ${list.code} ${list.reason}`);
      continue;
    }
    const found = proposeListing(list.text, start, page.url);
    if (found) return found;
  }
  return null;
}

/** What to do with pages that no listing leads to: the page at hand is stored and read as a first one. */
function nextWithout(target: string, { url }: Look): string {
  const saved = isAddress(target) ? 'a page that you saved' : target;
  return `No listing was found: add \`listings\` to the file, or go on by hand. Next: npx lectern import ${saved} --url ${url} && npx lectern parse && npx lectern build`;
}

async function offer(
  target: string,
  page: Look,
  found: Proposal,
  listing: Listed['listing'] | null,
  content: Content,
  { yes, id, json }: Options,
  context: Context,
): Promise<ExitCode> {
  const { terminal } = context;
  for (const line of showProposal(found, listing)) terminal.say(line);
  if (!found.readings[0]?.parsed.draft) {
    return fail(
      'Cannot write a source without an exchange in the page: docs/dialects.md says how to write a dialect',
      context,
    );
  }
  const asker = openAsker(yes);
  try {
    const right = await asker.ask('Are these exchanges right? (yes, no)', 'yes');
    if (!/^y/i.test(right)) return fail('Nothing was written', context);
    const drafted = await draftSource(found, listing, content, id, asker);
    return await withLock(context, async () => {
      const written = await writeSource(context.content, drafted, page, found, content);
      const files = written.map(pathFromHere);
      const { id: source, language, timeZone, dialect } = drafted;
      if (json)
        terminal.print(JSON.stringify({ source, language, timeZone, dialect, listing, files }));
      else for (const file of files) terminal.print(file);
      terminal.say(listing ? `Next: npx lectern update ${source}` : nextWithout(target, page));
      return exitCodes.done;
    });
  } finally {
    asker.close();
  }
}

function fail(reason: string, { terminal }: Context): ExitCode {
  terminal.say(`lectern: ${reason}`);
  return exitCodes.failed;
}
