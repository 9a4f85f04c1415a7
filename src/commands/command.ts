import type { z } from 'zod';

/** Exit codes of every command; `lectern --help` prints this table. */
export const exitCodes = {
  done: 0,
  problems: 1,
  wrongUse: 2,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Shows how far long work is: a bar on a terminal, nothing in a pipe. */
export interface Progress {
  advance(steps?: number): void;
  finish(): void;
}

/** The only way a command speaks; the command line prints it, tests collect it. */
export interface Terminal {
  /** The result: a line on standard output. */
  print(line: string): void;
  /** Talk: a line on standard error. */
  say(line: string): void;
  progress(what: string, total: number): Progress;
}

/** What a command may use of the world. */
export interface Context {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the site's folder. */
  output: string;
  terminal: Terminal;
  now(): Date;
  /** Aborted by Ctrl-C: finish the step at hand, then stop. */
  signal: AbortSignal;
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
  /** The flags' values, checked; keys are camel-case flag names. */
  options: Options;
  run(args: string[], options: z.infer<Options>, context: Context): Promise<ExitCode>;
}

/** Keeps the type of a command's options from its schema to its `run`. */
export const command = <Options extends z.ZodObject>(it: Command<Options>): Command<Options> => it;
