import path from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { z } from 'zod';
import { appendLedger } from '../archive/ledger.ts';
import { type Content, readContent } from '../archive/read.ts';
import { writeTranscripts } from '../archive/transcripts.ts';
import { decode } from '../capture/decode.ts';
import { readCaptures } from '../capture/store.ts';
import { settle } from '../ledger/settle.ts';
import type { Sighting } from '../ledger/sighting.ts';
import type { Capture } from '../model/capture.ts';
import type { Source } from '../model/source.ts';
import { dialects } from '../parse/dialects/index.ts';
import { parse } from '../parse/index.ts';
import { type OutletIndex, outletIndex } from '../parse/outlet.ts';
import { profileOf } from '../parse/profile-of.ts';
import { type Context, command, type ExitCode, exitCodes } from './command.ts';
import { pathFromHere, report } from './report.ts';

/** What parsing one source came to. */
interface Tally {
  source: string;
  pages: number;
  transcripts: number;
  exchanges: number;
  /** Letters and digits of the bodies read, and of the pages as a reader sees them. */
  kept: number;
  visible: number;
  /** Pages that are no record of questions and answers, each with the reason. */
  left: { url: string; reason: string }[];
  failed: number;
  warnings: number;
  held: string[];
  written: number;
}

/** `lectern parse`: captures into numbered transcripts. */
export const parseCommand = command({
  usage: 'parse [sources...]',
  summary: 'read captures into transcripts and give their exchanges numbers',
  details:
    'Messages go to standard error as `line:column severity reason rule`. A page that claims to be a\n' +
    'conference and holds no exchange is an error; a page that is something else is listed with --verbose.',
  flags: [
    ['--verbose', 'list every page left out and every note on a page'],
    ['--json', 'print the figures of each source as JSON'],
  ],
  options: z.strictObject({ verbose: z.boolean().optional(), json: z.boolean().optional() }),
  async run(args, { verbose = false, json = false }, context) {
    const content = await readContent(context.content, Object.keys(dialects));
    const codes = [report(content.problems, context)];
    const unknown = args.filter((id) => !content.sources.has(id));
    for (const id of unknown)
      context.terminal.say(
        `Expected a source of ${[...content.sources.keys()].join(', ')}, got \`${id}\``,
      );
    if (unknown.length > 0) return exitCodes.wrongUse;
    const tallies: Tally[] = [];
    for (const source of content.sources.values()) {
      if (args.length > 0 && !args.includes(source.id)) continue;
      const tally = await parseSource(source, content, context, verbose);
      if (tally.pages > 0) tallies.push(tally);
    }
    for (const tally of tallies) codes.push(tell(tally, context, verbose, json));
    if (json) context.terminal.print(JSON.stringify(tallies));
    return codes.find((code) => code !== exitCodes.done) ?? exitCodes.done;
  },
});

async function parseSource(
  source: Source,
  content: Content,
  context: Context,
  verbose: boolean,
): Promise<Tally> {
  const tally: Tally = {
    source: source.id,
    pages: 0,
    transcripts: 0,
    exchanges: 0,
    kept: 0,
    visible: 0,
    left: [],
    failed: 0,
    warnings: 0,
    held: [],
    written: 0,
  };
  const outlets = outletIndex(content.outlets.values());
  const progress = context.terminal.progress(`parsing ${source.id}`, 0);
  const sightings: Sighting[] = [];
  const onFault = (fault: { path: string; offset: number; reason: string }) => {
    tally.failed += 1;
    context.terminal.say(
      `${pathFromHere(path.join(context.content, fault.path))}:${fault.offset}: ${fault.reason}`,
    );
  };
  for await (const capture of readCaptures(context.content, source.id, onFault)) {
    context.signal.throwIfAborted();
    const sighting = look(capture, source, content, outlets, tally, context, verbose);
    if (sighting) sightings.push(sighting);
    progress.advance();
  }
  progress.finish();
  await store(source, sightings, content, context, tally);
  return tally;
}

function look(
  capture: Capture,
  source: Source,
  content: Content,
  outlets: OutletIndex,
  tally: Tally,
  context: Context,
  verbose: boolean,
): Sighting | null {
  const { sha256, url, how, retrieved, recorded, mediaType } = capture;
  const { text, damaged } = decode(capture.bytes, capture.charset);
  const correction = [...content.corrections.values()].find((one) => one.capture === sha256);
  const { draft, reason, document, file } = parse(
    { url, mediaType, text, path: url },
    { source, profile: profileOf(source), outlets, ...(correction ? { correction } : {}) },
  );
  if (damaged && draft && !draft.flags.includes('damaged-text')) draft.flags.push('damaged-text');
  tally.pages += 1;
  tally.kept += document?.coverage.body ?? 0;
  tally.visible += document?.coverage.page ?? 0;
  tell1(file, tally, context, verbose);
  if (!draft) {
    if (reason !== null) tally.left.push({ url, reason });
    return null;
  }
  return {
    draft,
    recorded,
    capture: { sha256, url, how, ...(retrieved === undefined ? {} : { retrieved }) },
  };
}

function tell1(file: VFile, tally: Tally, { terminal }: Context, verbose: boolean): void {
  const fatal = file.messages.filter((message) => message.fatal === true);
  const warnings = file.messages.filter((message) => message.fatal === false);
  tally.failed += fatal.length > 0 ? 1 : 0;
  tally.warnings += warnings.length;
  const shown = new VFile({ path: file.path });
  shown.messages = verbose ? file.messages : fatal;
  if (shown.messages.length > 0) terminal.say(reporter(shown));
}

async function store(
  source: Source,
  sightings: Sighting[],
  content: Content,
  context: Context,
  tally: Tally,
): Promise<void> {
  const ledger = content.ledger.filter((event) => event.id.startsWith(`${source.id}/`));
  const { transcripts, events, held } = settle(sightings, ledger);
  const known = ledger.map((event) => event.id.split('/').slice(0, 2).join('/'));
  const { written } = await writeTranscripts(context.content, source.id, transcripts, known);
  await appendLedger(context.content, events);
  tally.transcripts = transcripts.length;
  tally.exchanges = transcripts.reduce(
    (sum, { children }) => sum + children.filter((child) => child.type === 'exchange').length,
    0,
  );
  tally.held = held.map(({ transcript }) => transcript);
  tally.written = written.length;
}

function tell(tally: Tally, { terminal }: Context, verbose: boolean, json: boolean): ExitCode {
  const {
    source,
    pages,
    transcripts,
    exchanges,
    left,
    failed,
    warnings,
    held,
    written,
    kept,
    visible,
  } = tally;
  if (verbose) for (const { url, reason } of left) terminal.say(`${url}: no transcript: ${reason}`);
  if (!json)
    terminal.print(
      `${source}: ${pages} pages, ${transcripts} transcripts (${written} written), ${exchanges} exchanges, ` +
        `${left.length} pages of another kind, ${failed} failed, ${warnings} warnings, ` +
        `${visible === 0 ? 0 : Math.round((100 * kept) / visible)} % of the visible text`,
    );
  for (const id of held)
    terminal.say(
      `${id}: Cannot number today's wording without a decision: run \`lectern settle ${id}\``,
    );
  return failed > 0 || held.length > 0 ? exitCodes.problems : exitCodes.done;
}
