import { createInterface, type Interface } from 'node:readline/promises';

/** Asks a person, one question after the other. */
export interface Asker {
  /** The answer, or `fallback` where the answer is empty. */
  ask(question: string, fallback: string): Promise<string>;
  close(): void;
}

/** Ask on standard error, so that standard output stays the result; without a terminal the fallback answers. */
export function openAsker(silent: boolean): Asker {
  const { stdin: input, stderr: output } = process;
  const lines: Interface | null =
    silent || !input.isTTY ? null : createInterface({ input, output });
  return {
    ask: async (question, fallback) =>
      (await lines?.question(`${question} [${fallback}] `))?.trim() || fallback,
    close: () => lines?.close(),
  };
}
