import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { MultiBar } from 'cli-progress';
import type { Progress, Terminal } from './commands/command.ts';

/** A stream that may be a terminal, such as `process.stderr`. */
type Output = Writable & { isTTY?: boolean };

/**
 * Speak on these two streams.
 *
 * Control characters never reach a screen: a page's title could otherwise move the cursor or hide text.
 */
export function openTerminal(output: Output, talk: Output): Terminal {
  let shown: MultiBar | null = null;
  const speak = (line: string, stream: Output) => {
    if (!stream.isTTY) stream.write(`${line}\n`);
    else if (shown) above(shown, visible(line));
    else stream.write(`${visible(line)}\n`);
  };
  return {
    print: (line) => speak(line, output),
    say: (line) => speak(line, talk),
    progress(what, total) {
      if (!talk.isTTY) return spoken(what, total, talk);
      shown?.stop();
      const bars = openBars(what, talk);
      shown = bars;
      const bar = bars.create(total, 0);
      bars.update();
      const finish = () => {
        bars.stop();
        if (shown === bars) shown = null;
      };
      return { advance: (steps = 1) => bar.increment(steps), finish };
    },
    async stream(chunks) {
      for await (const chunk of chunks) {
        if (!output.write(chunk)) await once(output, 'drain');
      }
    },
  };
}

/** Writes a line where the bar stands, and the bar below it. */
function above(bars: MultiBar, line: string): void {
  bars.log(`${line}\n`);
  bars.update();
}

/** A line with each control and direction character as its code: U+001B becomes `\u001b`. */
export function visible(line: string): string {
  return line.replace(
    /[^\P{Cc}\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

function openBars(what: string, talk: Output): MultiBar {
  return new MultiBar({
    format: `${visible(what)} {bar} {value}/{total} {eta_formatted}`,
    barCompleteChar: '=',
    barIncompleteChar: '-',
    hideCursor: true,
    clearOnComplete: true,
    stream: talk,
  });
}

function spoken(what: string, total: number, talk: Output): Progress {
  if (total > 0) talk.write(`${what}: ${total}\n`);
  return { advance: () => {}, finish: () => {} };
}
