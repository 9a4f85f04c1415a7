import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import type { Progress, Terminal } from './commands/command.ts';

/** A stream that may be a terminal, such as `process.stderr`. */
type Output = Writable & { isTTY?: boolean };

/**
 * Speak on these two streams.
 *
 * Control characters never reach a screen: a page's title could otherwise move the cursor or hide text.
 */
export function openTerminal(output: Output, talk: Output): Terminal {
  const clean = (line: string, stream: Output) => (stream.isTTY ? visible(line) : line);
  return {
    print: (line) => void output.write(`${clean(line, output)}\n`),
    say: (line) => void talk.write(`${clean(line, talk)}\n`),
    progress: (what, total) => (talk.isTTY ? bar(what, total, talk) : spoken(what, total, talk)),
    async stream(chunks) {
      for await (const chunk of chunks) {
        if (!output.write(chunk)) await once(output, 'drain');
      }
    },
  };
}

/** A line with each control and direction character as its code: U+001B becomes `\u001b`. */
export function visible(line: string): string {
  return line.replace(
    /[^\P{Cc}\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

function bar(what: string, total: number, talk: Output): Progress {
  const it = new SingleBar({
    format: `${visible(what)} {bar} {value}/{total} {eta_formatted}`,
    barCompleteChar: '=',
    barIncompleteChar: '-',
    hideCursor: true,
    clearOnComplete: true,
    stream: talk,
  });
  it.start(total, 0);
  return { advance: (steps = 1) => it.increment(steps), finish: () => it.stop() };
}

function spoken(what: string, total: number, talk: Output): Progress {
  if (total > 0) talk.write(`${what}: ${total}\n`);
  return { advance: () => {}, finish: () => {} };
}
