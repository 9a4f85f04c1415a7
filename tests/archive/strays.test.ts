import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { strayProblems } from '../../src/archive/folder.ts';
import { gather } from '../../src/archive/gather.ts';
import { readWritten } from '../../src/archive/read.ts';
import { writeTranscripts } from '../../src/archive/transcripts.ts';
import { writeVersions } from '../../src/archive/versions.ts';
import { listWarcs } from '../../src/capture/list-warcs.ts';
import type { Context } from '../../src/commands/command.ts';
import { withLock } from '../../src/commands/with-lock.ts';
import { refuseLinks } from '../../src/files/inside.ts';
import { twoDays } from '../caldmere.ts';
import { contentFolder, good } from './content.ts';

const page = '---\ntitle: Secret\n---\nThe secret of Caldmere.\n';
const outside = await contentFolder({
  'secret.md': page,
  'folder/secret.md': page,
  'folder/2031/2031-05-06.json': '{"foreign": true}',
  'site.yaml': 'title: {zh-Hans: 密, en: Secret}\n',
  'owner.json': 'mine',
});

/** Where a link to a place outside may lie in content/. */
const links: [from: string, to: string][] = [
  ['pages/leak.md', 'secret.md'],
  ['pages', 'folder'],
  ['pages/sub', 'folder'],
  ['site.yaml', 'site.yaml'],
  ['sources', 'folder'],
  ['topics/far', 'folder'],
  ['styles/apa.csl', 'secret.md'],
  ['transcripts/caldmere', 'folder'],
  ['transcripts', 'folder'],
  ['ledger', 'folder'],
  ['versions/caldmere', 'folder'],
  ['captures/caldmere', 'folder'],
];
for (const [from, to] of links) {
  test(`a link at ${from} that leads outside is named, read by nobody, and stops all writing`, async () => {
    const files = Object.entries(good).filter(([name]) => !name.startsWith(`${from}/`));
    const content = await contentFolder(Object.fromEntries(files));
    await mkdir(path.dirname(path.join(content, from)), { recursive: true });
    await symlink(path.join(outside, to), path.join(content, from));
    const archive = await gather(content);
    const [named] = archive.problems.filter(({ file }) => file === from);
    assert.match(
      named?.reason ?? '',
      /^Expected a file or folder of the content folder, got a link/,
    );
    assert.doesNotMatch(JSON.stringify([archive.site, archive.pages]), /[Ss]ecret/);
    assert.throws(() => refuseLinks(content), new RegExp(`${from} leads to ${outside}`));
    const { rejected, wrote } = await locked(content);
    assert.deepEqual([rejected, wrote], [true, false]);
    assert.equal(
      await readFile(path.join(outside, 'folder/2031/2031-05-06.json'), 'utf8'),
      '{"foreign": true}',
    );
  });
}

/** What comes of a command that would write. */
async function locked(content: string): Promise<{ rejected: boolean; wrote: boolean }> {
  let wrote = false;
  const context: Context = {
    content,
    output: `${content}/_site`,
    terminal: {
      print: () => {},
      say: () => {},
      stream: async () => {},
      progress: () => ({ advance: () => {}, finish: () => {} }),
    },
    now: () => new Date(0),
    signal: new AbortController().signal,
  };
  const rejected = await withLock(context, async () => {
    wrote = true;
    return 0;
  }).then(
    () => false,
    () => true,
  );
  return { rejected, wrote };
}

test('the lock itself is not written through a link', async () => {
  const content = await contentFolder(good);
  await symlink(path.join(outside, 'owner.json'), path.join(content, '.owner.json'));
  assert.deepEqual(await locked(content), { rejected: true, wrote: false });
  assert.equal(await readFile(path.join(outside, 'owner.json'), 'utf8'), 'mine');
});

test('captures may be a link to a folder elsewhere, but nothing in it may lead out of there', async () => {
  const content = await contentFolder(good);
  const store = await contentFolder({ 'caldmere/2031/20310506T000000Z.warc.gz': '' });
  await symlink(store, path.join(content, 'captures'));
  assert.deepEqual(strayProblems(content), []);
  assert.deepEqual(await listWarcs(content), ['captures/caldmere/2031/20310506T000000Z.warc.gz']);
  assert.deepEqual(await locked(content), { rejected: false, wrote: true });
  const far = await contentFolder({ 'x.warc.gz': '' });
  await symlink(path.join(far, 'x.warc.gz'), path.join(store, 'caldmere/2031/x.warc.gz'));
  assert.deepEqual(
    strayProblems(content).map(({ file }) => file),
    ['captures/caldmere/2031/x.warc.gz'],
  );
  assert.equal((await listWarcs(content)).length, 1);
  assert.deepEqual(await locked(content), { rejected: true, wrote: false });
});

test('a link from one place of the folder to another is read, and stops nobody', async () => {
  const content = await contentFolder(good);
  await symlink('about.md', path.join(content, 'pages/imprint.md'));
  const { pages, problems } = await readWritten(content);
  assert.deepEqual([pages.map(({ id }) => id), problems], [['about', 'imprint'], []]);
  assert.deepEqual(await locked(content), { rejected: false, wrote: true });
});

test('a folder that is reached by a link is an archive as any other', async () => {
  const content = await contentFolder(good);
  const link = path.join(outside, 'to-content');
  await symlink(content, link);
  assert.deepEqual((await readWritten(link)).problems, []);
  assert.deepEqual(await locked(link), { rejected: false, wrote: true });
});

test('only what was written by this program is ever removed', async () => {
  const content = await contentFolder({ 'versions/caldmere/2031/notes.json': '{"mine": true}' });
  const [it] = twoDays();
  assert.ok(it);
  const kept = { id: it.id, schemaVersion: 1 as const, versions: [] };
  await writeTranscripts(content, [it]);
  await writeFile(path.join(content, 'versions/caldmere/2031/other.json'), JSON.stringify(kept));
  await symlink('notes.json', path.join(content, 'versions/caldmere/2031/2031-05-06.json'));
  await writeVersions(content, 'caldmere', []);
  assert.deepEqual((await readdir(path.join(content, 'versions/caldmere/2031'))).sort(), [
    '2031-05-06.json',
    'notes.json',
    'other.json',
  ]);
});

/** Names that are not addresses, or not on every system. */
const odd: [name: string, reason: RegExp][] = [
  ['100%.md', /letters, digits/],
  ['a b.md', /letters, digits/],
  ['-x.md', /no `-` in front/],
  ['a\u001b[2J.md', /letters, digits/],
  ['a\nb.md', /letters, digits/],
  ['a\u202eb.md', /letters, digits/],
  ['a?b.md', /letters, digits/],
  ['a#b.md', /letters, digits/],
  ['a&b.md', /letters, digits/],
  ['a\\b.md', /letters, digits/],
  ['"a".md', /letters, digits/],
  ['cafe\u0301.md', /NFC/],
  ['CON.md', /every system/],
  ['aux.en.md', /every system/],
  ['About.md', /another|in more than case|no other page/],
  ['topics.md', /no path of the site/],
  ['caldmere.md', /no path of the site/],
  ['index.md', /no path of the site/],
  ['about.old.md', /no ending but/],
];
for (const [name, reason] of odd) {
  test(`a page named ${JSON.stringify(name)} is named and not read`, async () => {
    const content = await contentFolder({ ...good, [`pages/${name}`]: page });
    const { pages, problems } = await readWritten(content);
    assert.deepEqual(problems.length, 1, JSON.stringify(problems));
    assert.match(problems[0]?.reason ?? '', reason);
    assert.equal(pages.length, 1, 'one page of the two is read');
  });
}

test('a name that is not UTF-8 is named and not read, also of a folder', async () => {
  const content = await contentFolder(good);
  const bytes = (name: string) =>
    Buffer.concat([Buffer.from(`${content}/pages/`), Buffer.from([0xff]), Buffer.from(name)]);
  await writeFile(bytes('.md'), page);
  await mkdir(bytes(''));
  const { pages, problems } = await readWritten(content);
  assert.equal(pages.length, 1);
  assert.deepEqual(
    problems.map(({ reason }) => reason),
    ['Expected a name in UTF-8', 'Expected a name in UTF-8'],
  );
});

test('names in any script are read, and files that nothing reads may have any name', async () => {
  const content = await contentFolder({ ...good, 'pages/关于.md': page, 'pages/a b.txt': '' });
  await rename(path.join(content, 'pages/a b.txt'), path.join(content, 'pages/about.md~'));
  const { pages, problems } = await readWritten(content);
  assert.deepEqual([pages.map(({ id }) => id), problems], [['about', '关于'], []]);
});
