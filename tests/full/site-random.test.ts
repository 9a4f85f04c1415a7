import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildFolder } from '../../src/site/build-folder.ts';
import { lectern } from '../commands/lectern.ts';
import { chanceFrom } from '../ledger/random.ts';
import { filesOf } from '../site/built.ts';
import { withFolders } from '../site/edits.ts';
import { livingArchive } from '../site/living-archive.ts';

const sequences = 2;
const edits = 9;

/** Both sites hold the same files with the same bytes. */
async function same(growing: string, fresh: string, what: string): Promise<void> {
  const [have, want] = [await filesOf(growing), await filesOf(fresh)];
  assert.deepEqual([...have.keys()], [...want.keys()], what);
  for (const [file, bytes] of want) assert.ok(have.get(file)?.equals(bytes), `${what}: ${file}`);
}

for (let seed = 1; seed <= sequences; seed += 1)
  test(`${edits} edits by chance, seed ${seed}: each build gives the bytes of a full one`, async (t) => {
    const archive = await livingArchive(chanceFrom(seed));
    after(archive.remove);
    const told: string[] = [];
    await withFolders(async (growing, fresh) => {
      await buildFolder(archive.content, growing);
      for (let at = 0; at < edits; at += 1) {
        told.push(await archive.edit());
        const built = await buildFolder(archive.content, growing);
        assert.equal(built.refused, undefined, `${told}: ${JSON.stringify(built.problems)}`);
        await buildFolder(archive.content, fresh, { full: true });
        await same(growing, fresh, told.join(', '));
      }
    });
    t.diagnostic(told.join(', '));
  });

test('an edit of a template and of a style sheet: the bytes of a full build', async () => {
  const archive = await livingArchive(chanceFrom(3));
  after(archive.remove);
  await withFolders(async (growing, fresh) => {
    const build = async (output: string, ...flags: string[]) => {
      const folders = ['--content', archive.content, '--output', output, '--theme', archive.theme];
      const { code, err } = await lectern(...folders, 'build', ...flags);
      assert.ok(code === 0 || code === 1, err);
    };
    await build(growing);
    const before = await filesOf(growing);
    await archive.restyle();
    await build(growing);
    await build(fresh, '--full');
    await same(growing, fresh, 'a theme');
    const pages = [...(await filesOf(growing))].filter(([name]) => name.endsWith('.html'));
    const changed = pages.filter(([name, bytes]) => !before.get(name)?.equals(bytes));
    assert.equal(changed.length, pages.length, 'every page has the new part');
  });
});
