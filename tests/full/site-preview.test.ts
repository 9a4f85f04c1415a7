import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { buildFolder } from '../../src/site/build-folder.ts';
import { Preview } from '../../src/site/preview.ts';
import { lectern } from '../commands/lectern.ts';
import { chanceFrom } from '../ledger/random.ts';
import { filesOf } from '../site/built.ts';
import { withFolders } from '../site/edits.ts';
import { livingArchive } from '../site/living-archive.ts';

const archive = await livingArchive(chanceFrom(5));
after(archive.remove);
const { content, theme } = archive;

/** Every page of a built folder, or one of so many, is the preview's of the same address. */
async function samePages(preview: Preview, site: string, what: string, each = 1): Promise<void> {
  const pages = [...(await filesOf(site))].filter(([name]) => name.endsWith('.html'));
  assert.ok(pages.length > 20, `Expected more than 20 pages, got \`${pages.length}\``);
  for (const [name, bytes] of pages.filter((_, index) => index % each === 0)) {
    const address = `/${name}`.replace(/\/index\.html$/, '/');
    assert.equal(await preview.page(encodeURI(address)), bytes.toString(), `${what}: ${name}`);
  }
}

test('after each kind of edit of the content every page is the one that a build writes', async () => {
  await withFolders(async (site) => {
    await buildFolder(content, site);
    const preview = await Preview.open({ content, output: site });
    await samePages(preview, site, 'no edit', 20);
    const edits: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      edits.push(await archive.edit());
      await preview.readContent();
    }
    await buildFolder(content, site);
    await samePages(preview, site, edits.join(', '), 3);
    await preview.close();
  });
});

test('another style sheet and another part: every page is the one that a build writes', async () => {
  await withFolders(async (site) => {
    await buildFolder(content, site);
    const preview = await Preview.open({ content, output: site, theme });
    const before = await preview.page('/');
    await archive.restyle();
    await preview.readLook();
    assert.notEqual(await preview.page('/'), before);
    const flags = ['--content', content, '--output', site, '--theme', theme];
    const { code, err } = await lectern(...flags, 'build');
    assert.ok(code === 0 || code === 1, err);
    await samePages(preview, site, 'a theme', 5);
    const sheet = /\/assets\/site\.[0-9a-f]+\.css/.exec((await preview.page('/about/')) ?? '');
    assert.match(Buffer.from(preview.asset(sheet?.[0] ?? '')?.bytes ?? []).toString(), /#7a1f1f/);
    await writeFile(path.join(theme, 'parts/feed-line.ts'), 'export const feedLine = () => (;\n');
    await assert.rejects(preview.readLook(), /feed-line\.ts:1:\d+: ERROR/);
    await samePages(preview, site, 'a faulty part', 20);
    assert.equal(await preview.page('/no/such/page/'), null);
    assert.equal(await preview.page('/%E0%A4%A/'), null);
    await preview.close();
  });
});
