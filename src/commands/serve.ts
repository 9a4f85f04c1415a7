import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';
import { z } from 'zod';
import { gather } from '../archive/gather.ts';
import { basePathOf } from '../model/address.ts';
import { templatesFolder } from '../site/eleventy.ts';
import { serveSite } from '../site/serve-site.ts';
import { type Context, command, exitCodes } from './command.ts';

const program = path.join(import.meta.dirname, '../../bin/lectern.js');
const ownCode = [templatesFolder, path.join(import.meta.dirname, '..')];

/** `lectern serve`: builds, serves on this machine, builds again at every edit and reloads the browser. */
export const serve = command({
  usage: 'serve',
  summary: 'build the site, serve it on this machine and reload it at every edit',
  details: 'If the port is taken the next free one is used. Ctrl-C ends it.',
  flags: [['--port <n>', 'the port, 8080 if not given']],
  options: z.strictObject({ port: z.coerce.number().int().min(1).max(65535).default(8080) }),
  endless: true,
  async run(_, { port }, context) {
    await rebuild(context);
    await access(path.join(context.output, 'index.html')).catch(() => {
      throw new Error('Cannot serve without a site: mend what the build said, then try again');
    });
    const { site } = await gather(context.content);
    const served = await serveSite(context.output, basePathOf(site), port, context.terminal.say);
    context.terminal.print(served.address);
    const own = context.theme === undefined ? ownCode : [context.theme, ...ownCode];
    const watcher = watch([context.content, ...own], { ignoreInitial: true });
    watcher.on(
      'all',
      oneAtATime(() => rebuild(context).then(served.reload)),
    );
    if (!context.signal.aborted) await once(context.signal, 'abort');
    await Promise.all([watcher.close(), served.close()]);
    return exitCodes.done;
  },
});

/** Builds in a process of its own, because a process keeps the first version of each module that it read. */
async function rebuild({ content, output, theme, signal, terminal }: Context): Promise<void> {
  const folders = { content, output, ...(theme !== undefined && { theme }) };
  const flags = Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder]);
  const args = [program, ...flags, 'build'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => terminal.say(text.trimEnd()));
  }
  // What went wrong was said by the build itself; the last good site goes on being served.
  await once(child, 'close').catch(() => undefined);
}

/** Runs `work` when called; calls during a run come to one more run after it. */
function oneAtATime(work: () => Promise<void>): () => void {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls === 1) void run();
  };
  async function run(): Promise<void> {
    for (let seen = 0; seen < calls; ) {
      seen = calls;
      await work();
    }
    calls = 0;
  }
}
