import path from 'node:path';
import { identityProblems } from '../archive/identity.ts';
import type { Content } from '../archive/read.ts';
import { readTranscripts } from '../archive/transcripts.ts';
import { verify } from '../capture/verify.ts';
import { checkFixtures } from './check-fixtures.ts';
import type { Context } from './command.ts';
import { machineChecks } from './doctor-machine.ts';
import { packageOf } from './doctor-package.ts';
import { bad, type Finding, good, odd } from './finding.ts';
import { referencesOf } from './references.ts';

type Check = (context: Context, content: Content) => Promise<Finding>;

/** Every look at an archive and its surroundings, by what it is about, in the order in which it is told. */
export const checks: Record<string, Check> = {
  ...machineChecks,
  package: async ({ content }) => packageOf(path.dirname(content)),
  content: async (_, { problems }) =>
    problems.length === 0
      ? good('every file of content/ is as it should be')
      : bad(`${problems.length} faults in content/`, 'npx lectern check'),
  contact: async (_, { site, sources }) =>
    site.contact === null && [...sources.values()].some(({ listings }) => listings.length > 0)
      ? bad('No contact address: nothing can be fetched', 'set `contact` in site.yaml')
      : good('operators can write to somebody'),
  address: async (_, { site }) =>
    site.url === null || new URL(site.url).hostname === 'localhost'
      ? odd('The site has no address yet', 'set `url` in site.yaml before it is published')
      : good(`the site lives at ${site.url}`),
  sources: async (_, { sources }) =>
    sources.size === 0
      ? odd('There is no source', 'npx lectern add URL')
      : good(`${sources.size} sources`),
  captures: async ({ content }) => {
    const { transcripts } = await readTranscripts(content);
    const { findings, captures } = await verify(content, referencesOf(transcripts));
    return findings.length === 0
      ? good(`${captures} captures are whole`)
      : bad(`${findings.length} faults in the captures`, 'npx lectern verify');
  },
  transcripts: async ({ content }, { ledger }) => {
    const { problems, transcripts } = await readTranscripts(content);
    const faults = [...problems, ...(await identityProblems(content, transcripts, ledger))];
    return faults.length === 0
      ? good(`${transcripts.length} transcripts, each as the ledger knows it`)
      : bad(
          `${faults.length} faults in transcripts, or they are of a newer Lectern`,
          'npx lectern check says which; then update Lectern, or npx lectern parse',
        );
  },
  fixtures: async (context, content) => {
    const problems = await checkFixtures(context.content, content);
    return problems.length === 0
      ? good('pages kept as fixtures are read as they were')
      : bad(`${problems.length} fixtures are read differently`, 'npx lectern check');
  },
};
