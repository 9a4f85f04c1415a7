import { once } from 'node:events';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';
import { z } from 'zod';
import { basePathOf } from '../model/address.ts';
import { templatesFolder } from '../site/eleventy.ts';
import { Preview } from '../site/preview.ts';
import { serveSite } from '../site/serve-site.ts';
import { command, exitCodes } from './command.ts';
import { type Edited, LiveSite } from './live-site.ts';
import { rebuild } from './rebuild.ts';

const ownCode = path.join(import.meta.dirname, '..');

/** `lectern serve`: builds, serves on this machine, shows every edit at once and reloads the browser. */
export const serve = command({
  usage: 'serve',
  summary: 'build the site, serve it on this machine and reload it at every edit',
  details: [
    'After an edit each page is made when it is asked for. An edit of the content is then built as well, for',
    'search, feeds and data; one of a template is not, since it changes every page: run `lectern build` for it.',
    'If the port is taken the next free one is used. Only this machine is answered, by the names localhost,',
    '127.0.0.1 and [::1], and by that of --host. Ctrl-C ends it.',
  ].join('\n'),
  flags: [
    ['--port <n>', 'the port, 8080 if not given'],
    ['--host <name>', 'a name of a forwarded port, answered beside localhost'],
  ],
  options: z.strictObject({
    port: z.coerce.number().int().min(1).max(65535).default(8080),
    host: z
      .string()
      .regex(/^[\w.-]+$/, 'Expected a host name without port')
      .optional(),
  }),
  endless: true,
  async run(_, { port, host }, context) {
    await rebuild(context);
    await access(path.join(context.output, 'index.html')).catch(() => {
      throw new Error('Cannot serve without a site: mend what the build said, then try again');
    });
    const preview = await Preview.open(context);
    const live = new LiveSite(preview, context);
    const served = await serveSite(context.output, {
      pathPrefix: basePathOf(preview.archive.site),
      port,
      ...(host !== undefined && { host }),
      say: context.terminal.say,
      answer: (sitePath) => live.answer(sitePath),
    });
    const look = [templatesFolder, ...(context.theme === undefined ? [] : [context.theme])];
    const watched = { content: [context.content], look, code: [ownCode] };
    const watcher = watch(Object.values(watched).flat(), { ignoreInitial: true });
    const take = together((files) => live.take(editedOf(files, watched)).then(served.reload));
    watcher.on('all', (_, file) => take(file));
    // What is edited before is taken for what was there.
    await once(watcher, 'ready');
    context.terminal.print(served.address);
    // The first page takes seconds, for it loads templates and citation styles.
    void live.warm();
    if (!context.signal.aborted) await once(context.signal, 'abort');
    await Promise.all([watcher.close(), served.close(), live.close()]);
    return exitCodes.done;
  },
});

/** What the files are part of, by the folders that are watched. */
function editedOf(files: string[], watched: Record<keyof Edited, string[]>): Edited {
  const isIn = (folders: string[]) =>
    files.some((file) => folders.some((folder) => file.startsWith(folder + path.sep)));
  return { content: isIn(watched.content), look: isIn(watched.look), code: isIn(watched.code) };
}

/** Runs `work` with the file it is called with; files that come during a run are taken together by one run after it. */
function together(work: (files: string[]) => Promise<void>): (file: string) => void {
  let waiting: string[] = [];
  let runs = false;
  return (file) => {
    waiting.push(file);
    if (!runs) void run();
  };
  async function run(): Promise<void> {
    runs = true;
    while (waiting.length > 0) {
      const files = waiting;
      waiting = [];
      await work(files);
    }
    runs = false;
  }
}
