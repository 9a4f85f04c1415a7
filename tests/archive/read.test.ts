import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/archive/read.ts';
import { contentFolder, good } from './content.ts';

/** A content folder of good files with some replaced or added, read. */
async function reading(files: Record<string, string>) {
  const content = await contentFolder({ ...good, ...files });
  return readContent(content, ['english-colon']);
}

const lines = (read: Awaited<ReturnType<typeof reading>>) =>
  read.problems.map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`);

test('a good folder loads whole and without a problem', async () => {
  const read = await reading({});
  assert.deepEqual(lines(read), []);
  assert.deepEqual([...read.sources.keys()], ['caldmere']);
  assert.deepEqual([...read.outlets.keys()], ['harbour-post', 'inland-wire']);
  assert.equal(read.topics.get('harbour')?.description, 'Ships and quays.');
  assert.deepEqual([...read.corrections.keys()], ['corrections/caldmere/2031-05-06.yaml']);
  assert.deepEqual(read.pages, [{ id: 'about', title: 'About', markdown: '# About' }]);
});

test('an empty folder is an empty archive', async () => {
  const read = await readContent(await contentFolder({}));
  assert.deepEqual(read.problems, []);
  assert.equal(read.sources.size, 0);
});

const source = good['sources/caldmere.yaml'];
const faults: [what: string, files: Record<string, string>, expected: string[]][] = [
  [
    'an unknown field',
    { 'sources/caldmere.yaml': `${source}colour: red\n` },
    ['sources/caldmere.yaml:11:1 Expected a known field, got `colour`'],
  ],
  [
    'a wrong value deep inside',
    { 'sources/caldmere.yaml': source.replace('redistribute: yes', 'redistribute: maybe') },
    [
      'sources/caldmere.yaml:9:45 Expected one of `yes`, `no`, `unknown` for `rights.redistribute`, got `maybe`',
    ],
  ],
  [
    'a missing field',
    { 'sources/caldmere.yaml': source.replace(/^language:.*\n/m, '') },
    ['sources/caldmere.yaml:1:1 Expected text for `language`, got nothing'],
  ],
  [
    'an unknown institution',
    { 'sources/caldmere.yaml': source.replace('caldmere-press', 'nobody') },
    ['sources/caldmere.yaml:2:1 Expected an institution of institutions.yaml, got `nobody`'],
  ],
  [
    'an unknown dialect',
    { 'sources/caldmere.yaml': source.replace('dialect: english-colon', 'dialect: song') },
    ['sources/caldmere.yaml:10:1 Expected one of `english-colon`, got `song`'],
  ],
  [
    'an id unlike the file name',
    { 'sources/other.yaml': source },
    [
      'sources/other.yaml:1:1 Expected the id `other` as the file is named, got `caldmere`',
      'sources/other.yaml:1:1 Expected an id of its own, got `caldmere` of sources/caldmere.yaml',
    ],
  ],
  [
    'an id that is a path of the site',
    { 'sources/api.yaml': source.replace('id: caldmere', 'id: api') },
    ['sources/api.yaml:1:1 Expected an id that is not a path of the site for `id`, got `api`'],
  ],
  [
    'bad YAML',
    { 'sources/caldmere.yaml': 'id: caldmere\nnames: {\n' },
    ['sources/caldmere.yaml:3:1 Expected YAML'],
  ],
  [
    'a field given twice',
    { 'sources/caldmere.yaml': `${source}dialect: english-colon\n` },
    [
      'sources/caldmere.yaml:11:1 Expected YAML, got `dialect: english-colon`: Map keys must be unique',
    ],
  ],
  ['an empty file', { 'outlets.yaml': '' }, ['outlets.yaml:1:1 Expected a list, got nothing']],
  [
    'an outlet twice',
    { 'outlets.yaml': good['outlets.yaml'].replace('id: inland-wire', 'id: harbour-post') },
    ['outlets.yaml:6:3 Expected an id of its own, got `harbour-post` of outlets.yaml'],
  ],
  [
    'an alias that two outlets claim',
    {
      'outlets.yaml': good['outlets.yaml'].replace('aliases: [Wire]', 'aliases: [Wire, The Post]'),
    },
    ['outlets.yaml:8:19 Expected a name of its own, got `The Post` of harbour-post'],
  ],
  [
    'a topic without names',
    { 'topics/harbour.md': '---\nid: harbour\nphrases: {zh: [港口], en: [harbour]}\n---\n' },
    ['topics/harbour.md:2:1 Expected fields with values for `names`, got nothing'],
  ],
  [
    'a topic that is part of an unknown one',
    {
      'topics/harbour.md': good['topics/harbour.md'].replace('\n---\n', '\nparents: [sea]\n---\n'),
    },
    ['topics/harbour.md:5:11 Expected a topic of topics/, got `sea`'],
  ],
  [
    'a topic without front matter',
    { 'topics/harbour.md': 'Ships.\n' },
    ['topics/harbour.md:1:1 Expected front matter between two lines of ---, got `Ships.`'],
  ],
  [
    'a correction for no source',
    { 'corrections/nobody/2031-05-06.yaml': good['corrections/caldmere/2031-05-06.yaml'] },
    ['corrections/nobody/2031-05-06.yaml:1:1 Expected a folder named after a source, got `nobody`'],
  ],
  [
    'bytes that are not UTF-8',
    { 'people.yaml': '\u{dcff}' },
    ['people.yaml:1:1 Expected UTF-8, got other bytes'],
  ],
  [
    'a ledger line cut in the middle',
    { 'ledger/caldmere/2031.jsonl': '{"event":"transcript","id":"cal' },
    ['ledger/caldmere/2031.jsonl:1:32 Expected JSON, got nothing'],
  ],
  [
    'a ledger line with an unknown field',
    { 'ledger/caldmere/2031.jsonl': '\n{"event":"sung"}\n' },
    ['ledger/caldmere/2031.jsonl:2:2 Expected one of'],
  ],
];

for (const [what, files, expected] of faults) {
  test(`${what} is named with its place, and the rest loads`, async () => {
    const read = await reading(files);
    assert.equal(read.problems.length, expected.length, lines(read).join('\n'));
    for (const [index, line] of lines(read).entries()) {
      assert.ok(line.startsWith(expected[index] ?? ''), line);
    }
    assert.equal(read.institutions.size, 1);
    assert.equal(read.pages.length, 1);
  });
}

test('one faulty outlet does not hide the others', async () => {
  const read = await reading({
    'outlets.yaml': good['outlets.yaml'].replace('kind: agency', 'kind: choir'),
  });
  assert.deepEqual([...read.outlets.keys()], ['harbour-post']);
  assert.equal(read.problems.length, 1);
});

test('two faults of a file are two problems', async () => {
  const read = await reading({
    'sources/caldmere.yaml': `${source.replace('Asia/Shanghai', 'Moon/Base')}colour: red\n`,
  });
  assert.equal(read.problems.length, 2);
  assert.equal(read.sources.size, 0);
});

test('a folder of a newer Lectern is refused in one sentence, before anything else is read', async () => {
  const folder = await contentFolder({ ...good, 'site.yaml': 'version: 2\ncolour: red\n' });
  await assert.rejects(
    readContent(folder),
    /^Error: Cannot read an archive of version 2 with a Lectern that knows version 1: install a newer one/,
  );
});
