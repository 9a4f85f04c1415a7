import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '../archive/read.ts';
import { readTranscripts } from '../archive/transcripts.ts';
import { listCaptures } from '../capture/list-captures.ts';
import { verify } from '../capture/verify.ts';
import { markName } from '../site/claim.ts';
import { checkFixtures } from './check-fixtures.ts';
import type { Context } from './command.ts';
import { packageOf } from './doctor-package.ts';
import { bad, type Finding, good, odd } from './finding.ts';

type Check = (content: Content, context: Context) => Promise<Finding>;

/** Free space below which a day's fetch and a build beside the old site may not fit, in bytes. */
const leastFree = 1 << 29;

/** Every look at an archive and its surroundings, by what it is about, in the order in which it is told. */
export const checks: Record<string, Check> = {
  node: async () => {
    const [major = 0] = process.versions.node.split('.').map(Number);
    return major % 2 === 0
      ? good(`Node ${process.versions.node}`)
      : odd(
          `Node ${process.versions.node} is no long-term release`,
          'install an even-numbered Node',
        );
  },
  disk: async (_, { content }) => {
    const { bavail, bsize } = await statfs(content);
    const free = `${Math.round((bavail * bsize) / (1 << 20)).toLocaleString('en')} MB free`;
    return bavail * bsize >= leastFree
      ? good(free)
      : bad(`Only ${free}`, 'make room: 512 MB at least');
  },
  permissions: async (_, { content, output }) => {
    const there = await stat(output).then(
      () => [content, output],
      () => [content, path.dirname(output)],
    );
    for (const folder of there) {
      const may = await access(folder, constants.W_OK).then(
        () => true,
        () => false,
      );
      if (!may) return bad(`Cannot write to ${folder}`, `chown or chmod ${folder}`);
    }
    return good('content and site can be written');
  },
  output: async (_, { output }) => {
    const names = await readdir(output).catch((): string[] => []);
    return names.length === 0 || names.includes(markName)
      ? good('the site’s folder is empty or ours')
      : bad(`${output} holds files that Lectern did not write`, 'give an empty folder by --output');
  },
  clock: async ({ sources }, { content, now }) => {
    const lists = await Promise.all([...sources.keys()].map((id) => listCaptures(content, id)));
    const newest = lists
      .flat()
      .map(({ recorded }) => recorded)
      .sort()
      .at(-1);
    return newest !== undefined && newest > now().toISOString()
      ? bad(`The clock says ${now().toISOString()}, before the newest capture`, 'set the clock')
      : good('the clock is after every capture');
  },
  package: async (_, { content }) => packageOf(path.dirname(content)),
  proxy: async () =>
    process.env.HTTPS_PROXY || process.env.https_proxy
      ? odd(
          'A proxy is set, and fetching does not use it',
          'let the hosts of your sources be reached directly',
        )
      : good('no proxy is set'),
  content: async ({ problems }) =>
    problems.length === 0
      ? good('every file of content/ is as it should be')
      : bad(`${problems.length} faults in content/`, 'npx lectern check'),
  contact: async ({ site, sources }) =>
    site.contact === null && [...sources.values()].some(({ listings }) => listings.length > 0)
      ? bad('No contact address: nothing can be fetched', 'set `contact` in site.yaml')
      : good('operators can write to somebody'),
  address: async ({ site }) =>
    site.url === null || new URL(site.url).hostname === 'localhost'
      ? odd('The site has no address yet', 'set `url` in site.yaml before it is published')
      : good(`the site lives at ${site.url}`),
  sources: async ({ sources }) =>
    sources.size === 0
      ? odd('There is no source', 'npx lectern add URL')
      : good(`${sources.size} sources`),
  captures: async (_, { content }) => {
    const { findings, captures } = await verify(content, []);
    return findings.length === 0
      ? good(`${captures} captures are whole`)
      : bad(`${findings.length} faults in the captures`, 'npx lectern verify');
  },
  transcripts: async (_, { content }) => {
    const { problems, transcripts } = await readTranscripts(content);
    return problems.length === 0
      ? good(`${transcripts.length} transcripts`)
      : bad(
          `${problems.length} faults in transcripts, or they are of a newer Lectern`,
          'update Lectern, or npx lectern parse',
        );
  },
  fixtures: async (content, context) => {
    const problems = await checkFixtures(context.content, content);
    return problems.length === 0
      ? good('pages kept as fixtures are read as they were')
      : bad(`${problems.length} fixtures are read differently`, 'npx lectern check');
  },
};
