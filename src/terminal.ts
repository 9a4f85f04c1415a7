import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { MultiBar } from 'cli-progress';
import type { Progress, Terminal } from './commands/command.ts';
import { visible } from './model/visible.ts';

/** A stream that may be a terminal, such as `process.stderr`. */
type Output = Writable & { isTTY?: boolean };

/** What the command line adds to the way in which a command speaks. */
export interface OwnTerminal extends Terminal {
  /** Show on a screen that something is at work, from the second second on, until the returned is called. */
  busy(what: string): () => void;
  /** Say what `quiet` held back. */
  release(): void;
}

/** How a terminal speaks: `quiet` holds talk back until `release`, and shows no progress. */
export interface Manner {
  quiet?: boolean;
  colours?: boolean;
}

/**
 * Speak on these two streams.
 *
 * Control characters never reach a screen or a log: a page's title could otherwise move the cursor or hide text.
 */
export function openTerminal(
  output: Output,
  talk: Output,
  { quiet = false, colours = true }: Manner = {},
): OwnTerminal {
  let shown: MultiBar | null = null;
  const held: string[] = [];
  const speak = (line: string, stream: Output) => {
    // Where it is no screen it may be a log, which is read on one later.
    if (!stream.isTTY) return void stream.write(`${line.split('\n').map(visible).join('\n')}\n`);
    const seen = colours ? painted(visible(line)) : visible(line);
    if (shown) above(shown, seen);
    else stream.write(`${seen}\n`);
  };
  const progress = (what: string, total: number, unit?: 'bytes'): Progress => {
    const shownAs = unit ? megabytes : String;
    if (quiet) return still;
    if (!talk.isTTY) return spoken(what, total && shownAs(total), talk);
    shown?.stop();
    const bars = openBars(what, total, talk, shownAs);
    const started = performance.now();
    shown = bars;
    const bar = bars.create(total, 0, { rate: '' });
    let steps = 0;
    bars.update();
    const finish = () => {
      bars.stop();
      if (shown !== bars) return;
      shown = null;
      const seconds = Math.round((performance.now() - started) / 1000);
      if (seconds > 0) speak(`✔ ${what} (${seconds} s)`, talk);
    };
    const advance = (more = 1): void => {
      steps += more;
      bar.increment(more, { rate: rateOf(steps, performance.now() - started, shownAs) });
    };
    return { advance, finish };
  };
  return {
    print: (line) => speak(line, output),
    say: (line) => (quiet ? void held.push(line) : speak(line, talk)),
    progress,
    busy(what) {
      let pulse: Progress | null = null;
      const timer = setInterval(() => {
        if (talk.isTTY && !shown) pulse = progress(what, 0);
      }, 1000);
      return () => {
        clearInterval(timer);
        pulse?.finish();
      };
    },
    release() {
      for (const line of held.splice(0)) speak(line, talk);
    },
    async stream(chunks) {
      for await (const chunk of chunks) {
        if (!output.write(chunk)) await once(output, 'drain');
      }
    },
  };
}

const still: Progress = { advance: () => {}, finish: () => {} };

/** What a line begins with that is shown in a colour, by its SGR code: red, yellow, green. */
const paints: [begins: RegExp, code: number][] = [
  [/^(?:lectern:|BAD)(?= )/, 31],
  [/^note(?= )/, 33],
  [/^(?:ok|✔)(?= )/, 32],
];

function painted(line: string): string {
  const [begins, code] = paints.find(([pattern]) => pattern.test(line)) ?? [];
  return begins ? line.replace(begins, `\u001b[${code}m$&\u001b[0m`) : line;
}

/** Writes a line where the bar stands, and the bar below it. */
function above(bars: MultiBar, line: string): void {
  bars.log(`${line}\n`);
  bars.update();
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** How many steps a second; what takes longer than a second each is told by the time left. */
function rateOf(steps: number, milliseconds: number, shownAs: (count: number) => string): string {
  const rate = Math.round((1000 * steps) / Math.max(1, milliseconds));
  return rate > 0 ? `${shownAs(rate)}/s` : '';
}

function openBars(
  what: string,
  total: number,
  talk: Output,
  shownAs: (count: number) => string,
): MultiBar {
  const counts =
    total > 0
      ? '{bar} {value}/{total} {rate} {eta_formatted}'
      : '{value} {rate} {duration_formatted}';
  return new MultiBar({
    format: `${visible(what)} ${counts}`,
    barCompleteChar: '=',
    barIncompleteChar: '-',
    formatValue: (value, _, type) =>
      type === 'value' || type === 'total' ? shownAs(value) : String(value),
    // Over fewer steps the time left jumps: pages differ in length by a hundred times.
    etaBuffer: 100,
    hideCursor: true,
    clearOnComplete: true,
    stream: talk,
  });
}

function spoken(what: string, total: string | 0, talk: Output): Progress {
  if (total !== 0) talk.write(`${visible(what)}: ${total}\n`);
  return { advance: () => {}, finish: () => {} };
}
