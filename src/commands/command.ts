import type { z } from 'zod';

/** Exit codes of every command. */
export const exitCodes = {
  done: 0,
  problems: 1,
  wrongUse: 2,
  failed: 3,
  locked: 75,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What each exit code says; `lectern --help` prints this table. */
export const exitMeanings: Record<keyof typeof exitCodes, string> = {
  done: 'done',
  problems: 'done, with problems reported: what was faulty is left out, the rest went on',
  wrongUse: 'wrong use: an unknown command or flag, or a value that does not fit; nothing was done',
  failed: 'failed: no space, no access, a broken invariant; what was whole before is whole now',
  locked:
    'another process writes to the content folder, or builds the site; nothing was done, try again later',
  interrupted: 'stopped by Ctrl-C; what was finished is kept',
};

/** Shows how far long work is: a bar on a terminal, one line in a pipe. */
export interface Progress {
  advance(steps?: number): void;
  finish(): void;
}

/** The only way a command speaks; the command line prints it, tests collect it. */
export interface Terminal {
  /** The result: a line on standard output. */
  print(line: string): void;
  /** A result too large for lines: written as it comes, no faster than it is taken. */
  stream(chunks: AsyncIterable<string | Uint8Array>): Promise<void>;
  /** Talk: a line on standard error. */
  say(line: string): void;
  /** `total` is 0 where it is not known; `bytes` are shown as megabytes. */
  progress(what: string, total: number, unit?: 'bytes'): Progress;
}

/** What a command may use of the world. */
export interface Context {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the site's folder. */
  output: string;
  /** Absolute path of the archive's own templates and styles, if --theme names one: code that a build runs. */
  theme?: string;
  terminal: Terminal;
  now(): Date;
  /** Aborted by Ctrl-C: finish the step at hand, then stop. */
  signal: AbortSignal;
  /** Whether this process has the lock on the content folder. */
  hasLock?: true;
}

/** One command: joins rooms, and says in data what the command line must know. */
export interface Command<Options extends z.ZodObject = z.ZodObject> {
  /** Name and arguments in commander's notation, such as `import <files...>`. */
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** Lines below the options in the command's own help. */
  details?: string;
  /** Flags in commander's notation, each with one line of help. */
  flags: [flags: string, help: string][];
  /** True for a command that runs until it is stopped, for which Ctrl-C is no interruption. */
  endless?: true;
  /** The flags' values, checked; keys are camel-case flag names. */
  options: Options;
  run(args: string[], options: z.infer<Options>, context: Context): Promise<ExitCode>;
}

/** Keeps the type of a command's options from its schema to its `run`. */
export const command = <Options extends z.ZodObject>(it: Command<Options>): Command<Options> => it;
