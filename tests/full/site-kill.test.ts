import assert from 'node:assert/strict';
import { type FSWatcher, watch } from 'node:fs';
import { access, cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { exitCodes } from '../../src/commands/command.ts';
import { siteFolders } from '../../src/site/site-folders.ts';
import { contentFolder, good } from '../archive/content.ts';
import { lectern, type Run, startLectern } from '../commands/lectern.ts';
import { filesOf } from '../site/built.ts';
import { withFolders } from '../site/edits.ts';

/** What a build does to files of its state, in this order: the instants at which it is killed. */
const instants = ['.lock', 'built.json', 'stage', 'files.json', 'pages.json', 'batches.json'];

const title = (name: string): string =>
  `title: {zh-Hans: ${name}, en: ${name}}\ndescription: {zh-Hans: 虚构, en: Invented}\nlanguage: en\nurl: null\ncontact: null\ndocs: false\n`;

/** Kills a build as soon as it touches a file of its state; says whether it was still at work. */
async function killAt(instant: string, state: string, args: string[]): Promise<boolean> {
  const child = startLectern(...args);
  const watcher: FSWatcher = watch(state, (_, name) => {
    if (name === instant) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
  watcher.close();
  return signal === 'SIGKILL';
}

test('a build that is killed leaves each page old or new, and the next one ends the work', async (t) => {
  const content = await contentFolder({ ...good, 'site.yaml': title('Old') });
  await withFolders(async (growing, fresh) => {
    const args = ['--content', content, '--output', growing, 'build'];
    await lectern(...args);
    const { state } = siteFolders(content, growing);
    const copied = async (from: string, to: string) => {
      await rm(to, { recursive: true, force: true });
      await cp(from, to, { recursive: true, preserveTimestamps: true });
    };
    await copied(growing, `${growing}-saved`);
    await copied(state, `${state}-saved`);
    const old = await filesOf(growing);
    await writeFile(path.join(content, 'site.yaml'), title('New'));
    await lectern('--content', content, '--output', fresh, 'build');
    const wanted = await filesOf(fresh);
    let killed = 0;
    for (const instant of instants) {
      killed += Number(await killAt(instant, state, args));
      for (const [file, bytes] of await filesOf(growing)) {
        const whole = [old, wanted].some((site) => site.get(file)?.equals(bytes));
        assert.ok(whole, `killed at ${instant}: ${file}`);
      }
      const { code, err } = await lectern(...args);
      assert.equal(code, 0, err);
      const after = await filesOf(growing);
      assert.deepEqual([...after.keys()], [...wanted.keys()], instant);
      for (const [file, bytes] of wanted) assert.ok(after.get(file)?.equals(bytes), file);
      await assert.rejects(access(path.join(state, 'stage')), { code: 'ENOENT' });
      await copied(`${growing}-saved`, growing);
      await copied(`${state}-saved`, state);
    }
    t.diagnostic(`${killed} of ${instants.length} builds were killed at work`);
    assert.ok(killed >= 4, `${killed}`);
  });
});

test('two builds at once: one builds, the other says who does and touches nothing', async () => {
  const content = await contentFolder({ ...good, 'site.yaml': title('Both') });
  await withFolders(async (output) => {
    const args = ['--content', content, '--output', output, 'build', '--full'];
    const runs = await Promise.all([lectern(...args), lectern(...args)]);
    const refused = runs.filter(({ code }) => code === exitCodes.locked);
    for (const { err } of refused) assert.match(err, /while process \d+ on .* builds there/);
    assert.ok(
      runs.some(({ code }: Run) => code === exitCodes.done),
      'one of them builds',
    );
    assert.match(String((await filesOf(output)).get('index.html')), /Both/);
  });
});
