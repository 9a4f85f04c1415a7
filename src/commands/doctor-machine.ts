import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '../archive/read.ts';
import { newestInFuture } from '../capture/newest.ts';
import { markName } from '../site/site-folders.ts';
import { drawsChinese } from '../site/social-images.ts';
import type { Context } from './command.ts';
import { bad, type Finding, good, odd } from './finding.ts';

/** Free space below which a day's fetch and a build beside the old site may not fit, in bytes. */
const leastFree = 1 << 29;

/** Looks at what is around an archive, by what they are about, in the order in which they are told. */
export const machineChecks = {
  node: async () => {
    const [major = 0] = process.versions.node.split('.').map(Number);
    return major % 2 === 0
      ? good(`Node ${process.versions.node}`)
      : odd(
          `Node ${process.versions.node} is no long-term release`,
          'install an even-numbered one, such as by nvm install --lts',
        );
  },
  disk: async ({ content, output }: Context) => {
    const { bavail, bsize } = await statfs(content);
    const free = `${Math.round((bavail * bsize) / (1 << 20)).toLocaleString('en')} MB free`;
    return bavail * bsize >= leastFree
      ? good(free)
      : bad(
          `Only ${free}`,
          `make room, 512 MB at least: rm -r ${output} takes nothing that build does not write again`,
        );
  },
  permissions: async ({ content, output }: Context) => {
    const there = await exists(output);
    for (const folder of [content, there ? output : path.dirname(output)]) {
      const may = await access(folder, constants.W_OK).then(
        () => true,
        () => false,
      );
      if (!may) return bad(`Cannot write to ${folder}`, `sudo chown -R "$USER" ${folder}`);
    }
    return good('content and site can be written');
  },
  output: async ({ output }: Context) => {
    const names = await readdir(output).catch((): string[] => []);
    return names.length === 0 || names.includes(markName)
      ? good('the site’s folder is empty or ours')
      : bad(`${output} holds files that Lectern did not write`, 'give an empty folder by --output');
  },
  clock: async ({ content, now }: Context, { sources }: Content) => {
    const newest = await newestInFuture(content, sources.keys(), now());
    return newest
      ? bad(
          `The clock says ${now().toISOString()}, before the newest capture: ${newest.path}:${newest.offset}, ${newest.recorded}`,
          'set it: sudo timedatectl set-ntp true, or put the date right: lectern import --redate',
        )
      : good('the clock is after every capture');
  },
  proxy: async () =>
    process.env.HTTPS_PROXY || process.env.https_proxy
      ? odd(
          'A proxy is set, and fetching does not use it',
          'let the hosts of your sources be reached directly',
        )
      : good('no proxy is set'),
  fonts: async (_: Context, { site }: Content) => {
    if (!site.social_images) return good('no pictures are drawn, so no fonts are needed');
    return (await drawsChinese())
      ? good('pictures for links show Chinese')
      : bad('No font here has Chinese for pictures', 'sudo apt-get install fonts-noto-cjk');
  },
  browser: async () => {
    if (!(await exists(path.join(import.meta.dirname, '../../tests'))))
      return good('no browser is needed');
    const folders = (process.env.PATH ?? '').split(path.delimiter);
    const found = await Promise.all(
      browsers.flatMap((name) => folders.map((folder) => exists(path.join(folder, name)))),
    );
    return found.includes(true)
      ? good('the tests of Lectern itself have a browser')
      : odd('Lectern’s own tests need a browser', 'npm test, which installs one');
  },
} satisfies Record<string, (context: Context, content: Content) => Promise<Finding>>;

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
