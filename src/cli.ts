import { createRequire } from 'node:module';
import path from 'node:path';
import { CommanderError, Command as Program } from 'commander';
import { z } from 'zod';
import { reasons } from './archive/reasons.ts';
import {
  type Command,
  type Context,
  type ExitCode,
  exitCodes,
  exitMeanings,
} from './commands/command.ts';
import { commands } from './commands/index.ts';
import { openTerminal } from './terminal.ts';

const globals = z.object({
  content: z.string(),
  output: z.string(),
  theme: z.string().optional(),
  debug: z.boolean().default(false),
  quiet: z.boolean().default(false),
});

const { version } = z
  .object({ version: z.string() })
  .parse(createRequire(import.meta.url)('../package.json'));

const terminal = openTerminal(process.stdout, process.stderr, {
  quiet: process.argv.includes('--quiet'),
  // https://no-color.org
  colours: !process.env.NO_COLOR,
});
const stop = new AbortController();

/** Do what the arguments say; the exit code. Every fault ends here, in one line. */
async function run(args: string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const all = Object.entries(commands);
  const named = all.filter(([name]) => args.includes(name));
  const wanted = named.length > 0 || args.includes('--version') ? named : all;
  const loaded = await Promise.all(wanted.map(([, load]) => load()));
  const program = programOf(loaded, (done) => {
    code = done;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) {
      return fault.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    }
    if (stop.signal.aborted) return exitCodes.interrupted;
    terminal.say(`lectern: ${oneLine(fault)}`);
    if (args.includes('--debug') && fault instanceof Error) terminal.say(fault.stack ?? '');
    return exitCodes.failed;
  }
}

function programOf(loaded: Command[], finish: (code: ExitCode) => void): Program {
  const program = new Program('lectern')
    .description(
      'Press-conference pages into a permanent, searchable archive of questions and answers',
    )
    .version(version)
    .option('--content <dir>', 'the content folder', 'content')
    .option('--output <dir>', "the site's folder", '_site')
    .option('--theme <dir>', 'own templates and styles, which run as code; none if not given')
    .option('--quiet', 'no progress, and no talk unless something is wrong')
    .option('--debug', 'show where in the program a failure came from')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(`lectern: ${usageFault(text)}\n`) })
    .addHelpText('after', `\nExit codes:\n${exitTable()}`)
    .exitOverride();
  for (const it of loaded) addCommand(program, it, finish);
  return program;
}

function addCommand(program: Program, it: Command, finish: (code: ExitCode) => void): void {
  const sub = program.command(it.usage).description(it.summary);
  if (it.details) sub.addHelpText('after', `\n${it.details}`);
  for (const [flags, help] of it.flags) sub.option(flags, help);
  sub.action(async () => {
    const given = it.options.safeParse(sub.opts());
    if (!given.success) {
      const [fault] = reasons(given.error, sub.opts());
      const place = fault?.path.length ? `--${kebab(fault.path)}: ` : '';
      return sub.error(`${place}${fault?.reason.replace(/ for `[^`]*`/, '')}`);
    }
    const idle = it.endless ? () => {} : terminal.busy(sub.name());
    const code = await it.run(sub.args, given.data, contextOf(program)).finally(idle);
    finish(stop.signal.aborted && !it.endless ? exitCodes.interrupted : code);
  });
}

function contextOf(program: Program): Context {
  const { content, output, theme } = globals.parse(program.opts());
  return {
    content: path.resolve(content),
    output: path.resolve(output),
    ...(theme !== undefined && { theme: path.resolve(theme) }),
    terminal,
    now: () => new Date(),
    signal: stop.signal,
  };
}

/** Ctrl-C asks the command to stop, a second one ends it; a reader who closed the pipe ends it quietly. */
function listenToTheWorld(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCodes.interrupted);
      stop.abort();
    });
  }
  // Heard, it no longer ends the process: the write itself then fails, as on a full disk.
  process.on('SIGXFSZ', () => {});
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EPIPE') process.exit(exitCodes.done);
      throw fault;
    });
  }
}

function exitTable(): string {
  return Object.entries(exitCodes)
    .map(([name, code]) => `  ${String(code).padStart(3)}  ${Reflect.get(exitMeanings, name)}`)
    .join('\n');
}

const usageFault = (text: string): string =>
  text
    .replace(/^error: /, '')
    .trim()
    .replace(/\n/g, ' ');

const kebab = (keys: PropertyKey[]): string =>
  keys.join('.').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const remedies: Record<string, string> = {
  ENOSPC: 'Cannot write without free space on the disk',
  EDQUOT: 'Cannot write without space left in the quota',
  EFBIG: 'Cannot write beyond the limit that is set on the size of a file',
  EIO: 'Cannot go on with a disk that fails; look at it before anything else',
  EACCES: 'Cannot go on without access',
  EPERM: 'Cannot go on without access',
  EROFS: 'Cannot write without a disk that may be written to',
};

function oneLine(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  const remedy = remedies[code];
  const message = messageOf(fault).replace(/\s*\n\s*/g, ' ');
  return remedy ? `${remedy}: ${message}` : message;
}

/** Eleventy wraps a template's fault in one that says only which file it was importing. */
function messageOf(fault: Error): string {
  const wrapped = 'originalError' in fault ? fault.originalError : null;
  return wrapped instanceof Error ? `${fault.message}: ${messageOf(wrapped)}` : fault.message;
}

listenToTheWorld();
process.exitCode = await run(process.argv.slice(2));
if (process.exitCode !== exitCodes.done) terminal.release();
