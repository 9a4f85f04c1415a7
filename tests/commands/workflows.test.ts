import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-workflows-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Stands for npm and npx: `lectern update` brings a day, and says that one page could not be read. */
const program = `#!/bin/sh
[ "$2" = update ] || exit 0
mkdir -p content _site
date +%N >> content/day.txt
echo page > _site/index.html
echo '{"new":1}'
exit 1
`;

const steps = z.object({
  jobs: z.object({
    update: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }),
  }),
});

test('the workflow of GitHub pushes what is new, and fails only after that', async () => {
  const { clone, bare, env } = await hosted('github');
  const output = path.join(folder, 'output');
  const runs = steps
    .parse(await workflow('github'))
    .jobs.update.steps.flatMap(({ run }) => run ?? []);
  const codes = runs.map((run) => {
    const script = run.replace(/\$\{\{ steps\.update\.outputs\.code \}\}/, '1');
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
    return spawnSync('bash', args, { cwd: clone, env: { ...env, GITHUB_OUTPUT: output } }).status;
  });
  assert.deepEqual(codes, [0, 0, 0, 1]);
  assert.equal(await readFile(output, 'utf8'), 'code=1\n');
  assert.match(
    git(bare, 'show', '--stat', 'main'),
    /Update \d{4}-\d\d-\d\d[\s\S]*content\/day\.txt/,
  );
});

const pages = z.object({ pages: z.object({ script: z.array(z.string()) }) });

test('the job of GitLab pushes what is new onto what others pushed meanwhile, and hands over the site', async () => {
  const { clone, bare, env } = await hosted('gitlab');
  const there = 'https://lectern:secret@gitlab.example/office/archive.git';
  git(clone, 'config', `url.${bare}.insteadOf`, there);
  const other = path.join(folder, 'other');
  git(folder, 'clone', '-q', bare, other);
  await commit(other, 'topic.txt');
  git(other, 'push', '-q', 'origin', 'main');
  const { script } = pages.parse(await workflow('gitlab')).pages;
  const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script.join('\n')], {
    cwd: clone,
    encoding: 'utf8',
    env: {
      ...env,
      PUSH_TOKEN: 'secret',
      CI_COMMIT_BRANCH: 'main',
      CI_SERVER_HOST: 'gitlab.example',
      CI_PROJECT_PATH: 'office/archive',
    },
  });
  assert.equal(status, 0, stderr);
  assert.match(git(bare, 'log', '--format=%s', 'main'), /^Update .*\ntopic\.txt\n/);
  assert.equal(await readFile(path.join(clone, 'public/index.html'), 'utf8'), 'page\n');
});

async function workflow(name: string): Promise<unknown> {
  const file = new URL(`../../starter/workflows/${name}.yml`, import.meta.url);
  return parse(await readFile(file, 'utf8'));
}

/** A clone of a repository with one commit, as a runner has it, and a PATH with our programs first. */
async function hosted(name: string) {
  const [bare, clone, bin] = ['origin.git', 'clone', 'bin'].map((it) =>
    path.join(folder, name, it),
  );
  assert.ok(bare && clone && bin, name);
  await mkdir(bin, { recursive: true });
  for (const tool of ['npm', 'npx']) {
    await writeFile(path.join(bin, tool), program);
    await chmod(path.join(bin, tool), 0o755);
  }
  git(folder, 'init', '-q', '--bare', '-b', 'main', bare);
  git(folder, 'clone', '-q', bare, clone);
  git(clone, 'checkout', '-q', '-B', 'main');
  await commit(clone, 'first.txt');
  git(clone, 'push', '-q', '-u', 'origin', 'main');
  return { bare, clone, env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } };
}

async function commit(clone: string, file: string): Promise<void> {
  await writeFile(path.join(clone, file), file);
  git(clone, 'add', '.');
  git(clone, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', file);
}

function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}
