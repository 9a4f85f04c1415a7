import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import {
  commitFile,
  git,
  githubWorkflow,
  gitlabJobs,
  host,
  runGithub,
  runGitlab,
  workflowFile,
} from './workflow-jobs.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-workflows-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Stands for npm and npx: `lectern update` brings two files, removes one, and ends with $CODE. */
const program = `#!/bin/sh
[ "$2" = update ] || exit 0
mkdir -p content/.states _site/.well-known
echo day > 'content/a day.txt'
echo hidden > content/.states/day.txt
rm content/old.txt
echo page > _site/index.html
echo '{"new":1}'
exit "$CODE"
`;
const brought = 'content/.states/day.txt\ncontent/a day.txt\n';

/** What each job ends with by the exit code of `lectern update`; a job that is not named does not run. */
const endings: [code: number, ended: Record<string, number>][] = [
  [0, { update: 0, commit: 0, deploy: 0, tell: 0 }],
  [1, { update: 0, commit: 0, deploy: 0, tell: 1 }],
  ...[2, 3, 75].map((code): [number, Record<string, number>] => [code, { update: 1 }]),
];

test('GitHub commits and deploys only if the update ends with 0 or 1, and fails after 1', async () => {
  for (const [code, ended] of endings) {
    const hosted = await host(path.join(folder, `github-${code}`), program);
    assert.deepEqual(await runGithub(hosted, code), ended);
    const files = git(hosted.bare, 'ls-tree', '-r', '--name-only', 'main');
    assert.equal(files, code <= 1 ? brought : 'content/old.txt\n', `${code}`);
  }
});

test('GitLab does the same, onto what others pushed meanwhile', async () => {
  for (const [code, { deploy, ...ended }] of endings) {
    const hosted = await host(path.join(folder, `gitlab-${code}`), program);
    const { codes, site } = await runGitlab(hosted, code, async () => {
      const other = path.join(folder, `gitlab-${code}`, 'first');
      await commitFile(other, 'topic.txt');
      git(other, 'push', '-q', 'origin', 'main');
    });
    assert.deepEqual(codes, deploy === undefined ? ended : { ...ended, pages: deploy });
    const files = git(hosted.bare, 'ls-tree', '-r', '--name-only', 'main');
    assert.equal(files, `${code <= 1 ? brought : 'content/old.txt\n'}topic.txt\n`);
    if (code <= 1) assert.equal(await readFile(path.join(site, 'index.html'), 'utf8'), 'page\n');
  }
});

test('a day on which nothing is new makes no commit, and is deployed', async () => {
  const hosted = await host(path.join(folder, 'quiet'), '#!/bin/sh\nmkdir -p _site\n');
  assert.deepEqual(await runGithub(hosted, 0), { update: 0, commit: 0, deploy: 0, tell: 0 });
  assert.equal(git(hosted.bare, 'log', '--format=%s', 'main'), 'content/old.txt\n');
});

const hostile: [what: string, make: (work: string) => Promise<string[]>][] = [
  [
    'a workflow',
    async (work) => {
      await mkdir(path.join(work, '.github/workflows'), { recursive: true });
      await writeFile(path.join(work, '.github/workflows/x.yml'), 'on: push');
      return ['.github/workflows/x.yml'];
    },
  ],
  [
    'a link',
    async (work) => {
      await symlink('../.git', path.join(work, 'content/link'));
      return ['content/link'];
    },
  ],
  [
    'a repository in the repository',
    async (work) => {
      await mkdir(path.join(work, 'content/x/.git'), { recursive: true });
      await writeFile(path.join(work, 'content/x/.git/config'), '[core]\n');
      return ['content/x/.git/config'];
    },
  ],
];

for (const [what, make] of hostile) {
  test(`${what} among the changes is refused before anything is unpacked`, async () => {
    const hosted = await host(path.join(folder, what), program);
    const work = path.join(folder, what, 'work');
    const artifact = path.join(folder, what, 'artifact');
    for (const it of [path.join(work, 'content'), artifact]) await mkdir(it, { recursive: true });
    const members = await make(work);
    const args = ['-czf', path.join(artifact, 'changes.tgz'), ...members];
    assert.equal(spawnSync('tar', args, { cwd: work }).status, 0);
    await writeFile(path.join(artifact, 'removed'), '');
    assert.deepEqual(await runGithub(hosted, 0, artifact), { update: 0, commit: 1 });
    assert.equal(git(path.join(hosted.folder, 'jobs/commit'), 'status', '--short'), '');
  });
}

test('a removal outside content/ is not committed', async () => {
  const hosted = await host(path.join(folder, 'removal'), program);
  const first = path.join(hosted.folder, 'first');
  await commitFile(first, 'package.json');
  git(first, 'push', '-q', 'origin', 'main');
  const artifact = path.join(hosted.folder, 'artifact');
  await mkdir(artifact);
  const args = ['-czf', path.join(artifact, 'changes.tgz'), '-T', '/dev/null'];
  assert.equal(spawnSync('tar', args).status, 0);
  await writeFile(path.join(artifact, 'removed'), 'content/../package.json\0');
  assert.deepEqual(await runGithub(hosted, 0, artifact), { update: 0, commit: 1 });
});

test('what reads pages of strangers may not write, and each other job has the one right it needs', async () => {
  const { permissions, jobs } = await githubWorkflow();
  assert.deepEqual(permissions, {});
  assert.deepEqual(
    Object.entries(jobs).map(([name, job]) => [name, job.permissions]),
    [
      ['update', { contents: 'read' }],
      ['commit', { contents: 'write' }],
      ['deploy', { pages: 'write', 'id-token': 'write' }],
      ['tell', {}],
    ],
  );
  const ofNpm = Object.entries(jobs).filter(([, { steps }]) =>
    steps.some(({ run }) => run && /\bnp[mx]\b/.test(run)),
  );
  assert.deepEqual(
    ofNpm.map(([name]) => name),
    ['update'],
  );
  assert.equal(jobs.update?.steps[0]?.with['persist-credentials'], false);
  assert.deepEqual(
    (await gitlabJobs()).filter(([, job]) => job.environment).map(([name]) => name),
    ['commit'],
  );
});

test('every action is named by its commit, with its version beside it', async () => {
  const text = await readFile(workflowFile('github'), 'utf8');
  const uses = text.split('\n').filter((line) => line.includes('uses:'));
  assert.ok(uses.length > 5);
  for (const line of uses) assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});
