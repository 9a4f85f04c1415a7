import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const rights = z.record(z.string(), z.enum(['read', 'write']));
const github = z.strictObject({
  name: z.string(),
  on: z.unknown().optional(),
  concurrency: z.string(),
  permissions: rights,
  jobs: z.record(
    z.string(),
    z.strictObject({
      needs: z.union([z.string(), z.array(z.string())]).default([]),
      'runs-on': z.string(),
      permissions: rights,
      environment: z.unknown().optional(),
      outputs: z.record(z.string(), z.string()).default({}),
      env: z.record(z.string(), z.string()).default({}),
      steps: z.array(
        z.strictObject({
          id: z.string().optional(),
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).default({}),
        }),
      ),
    }),
  ),
});
const gitlabJob = z.strictObject({
  extends: z.string(),
  stage: z.string(),
  script: z.array(z.string()),
  environment: z.object({ name: z.string() }).optional(),
  artifacts: z.object({ paths: z.array(z.string()) }).optional(),
  cache: z.unknown().optional(),
});

export const workflowFile = (name: 'github' | 'gitlab') =>
  new URL(`../../starter/workflows/${name}.yml`, import.meta.url);

export async function githubWorkflow() {
  return github.parse(parse(await readFile(workflowFile('github'), 'utf8')));
}

/** The jobs of the GitLab file by name, in the order of their stages. */
export async function gitlabJobs() {
  const { stages, image, '.daily': daily, ...rest } = await gitlabFile();
  assert.ok(image && daily);
  const jobs = Object.entries(z.record(z.string(), gitlabJob).parse(rest));
  return jobs.sort(([, a], [, b]) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

async function gitlabFile() {
  const file = z.looseObject({ stages: z.array(z.string()) });
  return file.parse(parse(await readFile(workflowFile('gitlab'), 'utf8')));
}

/** A repository with one commit, and a place for each job's own clone of it. */
export interface Hosted {
  folder: string;
  bare: string;
  env: NodeJS.ProcessEnv;
}

/** @param program stands for npm and npx */
export async function host(folder: string, program: string): Promise<Hosted> {
  const bare = path.join(folder, 'origin.git');
  const bin = path.join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  for (const tool of ['npm', 'npx']) {
    await writeFile(path.join(bin, tool), program);
    await chmod(path.join(bin, tool), 0o755);
  }
  git(folder, 'init', '-q', '--bare', '-b', 'main', bare);
  const first = path.join(folder, 'first');
  git(folder, 'clone', '-q', bare, first);
  git(first, 'checkout', '-q', '-B', 'main');
  await commitFile(first, 'content/old.txt');
  git(first, 'push', '-q', '-u', 'origin', 'main');
  return { folder, bare, env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } };
}

/**
 * Run the jobs of the GitHub workflow as a runner does, each in a clone of its own, and only if those that
 * it needs went well.
 * @param artifact files that an earlier job is said to have left, where only later jobs are to run
 * @returns the exit code of each job that ran
 */
export async function runGithub(hosted: Hosted, code: number, artifact?: string) {
  const codes: Record<string, number> = artifact ? { update: 0 } : {};
  const stored = artifact ?? path.join(hosted.folder, 'artifact');
  let output = '';
  for (const [name, job] of Object.entries((await githubWorkflow()).jobs)) {
    if (name in codes || [job.needs].flat().some((it) => codes[it] !== 0)) continue;
    const { clone, temp } = await freshClone(hosted, name);
    const env = { ...hosted.env, CODE: String(code), RUNNER_TEMP: temp };
    const outputs = path.join(temp, 'outputs');
    const given = Object.entries(job.env).map(([key, value]) => [
      key,
      value.replace(/\$\{\{ needs\.update\.outputs\.code \}\}/, output),
    ]);
    codes[name] = 0;
    for (const step of job.steps) {
      if (codes[name] !== 0) break;
      if (step.uses?.startsWith('actions/upload-artifact@')) {
        const files = z.string().parse(step.with.path).trim().split('\n');
        for (const file of files) await cp(path.join(clone, file), path.join(stored, file));
      }
      if (step.uses?.startsWith('actions/download-artifact@')) {
        assert.match(String(step.with.path), /^\$\{\{ runner\.temp \}\}$/);
        await cp(stored, temp, { recursive: true });
      }
      if (step.run === undefined) continue;
      const all = { ...env, ...Object.fromEntries(given), GITHUB_OUTPUT: outputs };
      codes[name] = bash(clone, step.run, all);
    }
    if (job.outputs.code) output = /code=(\d+)/.exec(await readFile(outputs, 'utf8'))?.[1] ?? '';
  }
  return codes;
}

/**
 * Run the jobs of the GitLab file stage by stage until one fails; only the job of an environment gets the
 * token. Each starts at the commit that the repository had before.
 * @param meanwhile runs before the first job that pushes
 */
export async function runGitlab(hosted: Hosted, code: number, meanwhile: () => Promise<void>) {
  const codes: Record<string, number> = {};
  const jobs = await gitlabJobs();
  const clones = new Map<string, string>();
  for (const [name] of jobs) clones.set(name, (await freshClone(hosted, name)).clone);
  const kept = new Map<string, string>();
  await meanwhile();
  for (const [name, job] of jobs) {
    const clone = clones.get(name) ?? '';
    git(
      clone,
      'config',
      `url.${hosted.bare}.insteadOf`,
      'https://lectern:secret@gitlab.example/a/b.git',
    );
    for (const [at, from] of kept) {
      await cp(path.join(from, at), path.join(clone, at), { recursive: true });
    }
    codes[name] = bash(clone, job.script.join('\n'), {
      ...hosted.env,
      CODE: String(code),
      CI_COMMIT_BRANCH: 'main',
      CI_SERVER_HOST: 'gitlab.example',
      CI_PROJECT_PATH: 'a/b',
      ...(job.environment && { PUSH_TOKEN: 'secret' }),
    });
    if (codes[name] !== 0) break;
    for (const at of job.artifacts?.paths ?? []) kept.set(at, clone);
  }
  return { codes, site: path.join(clones.get('pages') ?? '', 'public') };
}

async function freshClone(hosted: Hosted, job: string) {
  const clone = path.join(hosted.folder, 'jobs', job);
  const temp = path.join(hosted.folder, 'temp', job);
  await mkdir(temp, { recursive: true });
  git(hosted.folder, 'clone', '-q', '-b', 'main', hosted.bare, clone);
  return { clone, temp };
}

function bash(cwd: string, script: string, env: NodeJS.ProcessEnv): number {
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  const { status } = spawnSync('bash', args, { cwd, env });
  assert.notEqual(status, null);
  return status ?? -1;
}

export async function commitFile(clone: string, file: string): Promise<void> {
  await mkdir(path.dirname(path.join(clone, file)), { recursive: true });
  await writeFile(path.join(clone, file), file);
  git(clone, 'add', '.');
  git(clone, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', file);
}

export function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}
