import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { type ExitCode, exitCodes, type Terminal } from './command.ts';
import type { Message } from './reading.ts';
import type { Remembered } from './reading-memory.ts';
import type { Unreadable } from './unreadable.ts';

/** What parsing one source came to; `--json` prints it. */
export interface Tally {
  source: string;
  pages: number;
  transcripts: number;
  /** Transcripts whose stored JSON changed. */
  written: number;
  exchanges: number;
  /** Letters and digits of the bodies read, and of the pages as a reader sees them. */
  kept: number;
  visible: number;
  /** Pages that are no record of questions and answers, each with the reason. */
  left: { url: string; reason: string }[];
  /** Pages that should be a record and cannot be read, and damaged records of a WARC. */
  failed: number;
  /** Records whose body no selector of the source found: what was read in its place may be wrong. */
  guessed: number;
  warnings: number;
  /** Ids of transcripts whose new wording waits for a decision. */
  held: string[];
  /** Not `done` if nothing could be settled; not printed. */
  code: ExitCode;
  /** Transcripts that stay as they are, because captures of them cannot be read. */
  unreadable: Unreadable[];
}

/** A tally of nothing. */
export const emptyTally = (source: string): Tally => ({
  source,
  pages: 0,
  transcripts: 0,
  written: 0,
  exchanges: 0,
  kept: 0,
  visible: 0,
  left: [],
  failed: 0,
  guessed: 0,
  warnings: 0,
  held: [],
  code: exitCodes.done,
  unreadable: [],
});

/** Count a page, and say what stops it; with `verbose` also what is odd about it. */
export function count(
  tally: Tally,
  url: string,
  { draft, reason, coverage, messages }: Remembered,
  terminal: Terminal,
  verbose: boolean,
): void {
  const fatal = messages.filter((message) => message.fatal === true);
  tally.pages += 1;
  tally.kept += coverage?.body ?? 0;
  tally.visible += coverage?.page ?? 0;
  tally.failed += fatal.length > 0 ? 1 : 0;
  const guessed = draft ? messages.filter(({ ruleId }) => ruleId === 'body-guessed') : [];
  tally.guessed += guessed.length;
  tally.warnings += messages.filter((message) => message.fatal === false).length;
  if (!draft && fatal.length === 0) tally.left.push({ url, reason: reason ?? '' });
  const shown = verbose ? messages : [...fatal, ...guessed];
  if (shown.length > 0) terminal.say(reporter(fileOf(url, shown)));
}

function fileOf(url: string, messages: Message[]): VFile {
  const file = new VFile({ path: url });
  for (const { reason, fatal, ...at } of messages) file.message(reason, at).fatal = fatal;
  return file;
}

/** Print a source's figures; the exit code that they mean. */
export function tell(
  tally: Tally,
  terminal: Terminal,
  { verbose = false, json = false },
): ExitCode {
  const { source, held, left, failed, guessed, unreadable, code } = tally;
  if (verbose) for (const { url, reason } of left) terminal.say(`${url}: no transcript: ${reason}`);
  for (const id of held)
    terminal.say(
      `${id}: Cannot number today's wording without a decision: run \`lectern settle ${id}\``,
    );
  tellUnreadable(unreadable, terminal);
  if (!json) terminal.print(`${source}: ${figures(tally)}`);
  if (code !== exitCodes.done) return code;
  return failed + guessed + held.length + unreadable.length > 0
    ? exitCodes.problems
    : exitCodes.done;
}

/** Say which transcripts stay as they are, each with the captures that it lacks; the exit code that they mean. */
export function tellUnreadable(unreadable: Unreadable[], terminal: Terminal): ExitCode {
  for (const { id, captures } of unreadable)
    terminal.say(
      `${id}: Cannot settle it without its capture ${captures.join(' and ')}: left as it is`,
    );
  if (unreadable.length > 0)
    terminal.say('Restore captures/ from a backup or by `git lfs pull`, then run `lectern parse`');
  return unreadable.length > 0 ? exitCodes.problems : exitCodes.done;
}

function figures(tally: Tally): string {
  const share = tally.visible === 0 ? 0 : Math.round((100 * tally.kept) / tally.visible);
  return [
    `${tally.pages} pages`,
    `${tally.transcripts} transcripts (${tally.written} written)`,
    `${tally.exchanges} exchanges`,
    `${tally.left.length} pages of another kind`,
    `${tally.failed} failed`,
    ...(tally.unreadable.length > 0 ? [`${tally.unreadable.length} left as they are`] : []),
    ...(tally.guessed > 0 ? [`${tally.guessed} without the declared body`] : []),
    `${tally.warnings} warnings`,
    `${share} % of the visible text is body`,
  ].join(', ');
}
