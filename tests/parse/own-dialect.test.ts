import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../src/archive/read.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { outline } from '../../src/parse/outline.ts';
import { profileOf } from '../../src/parse/profile-of.ts';
import { propose } from '../../src/parse/propose/index.ts';
import { contentFolder, good } from '../archive/content.ts';

const arrows = [
  'id: arrows',
  'like: english-colon',
  'profile:',
  "  labels: ['^»(?<label>[^«]{1,40})«\\s*']",
  '  roles:',
  '    asker: ["^Reporter of (?<outlet>.+)$"]',
  '    speaker: ["^Minister (?<name>.+)$"]',
  '',
].join('\n');
const page = {
  url: 'https://press.caldmere.example/briefings/2031-05-06',
  mediaType: 'text/html',
  text: [
    '<html lang="en"><title>Press briefing of 6 May 2031</title><h1>Press briefing of 6 May 2031</h1><article>',
    '<p>»Reporter of The Harbour Post« When does the new bridge open to the traffic of the harbour?</p>',
    '<p>»Minister Quill« It opens tomorrow at noon, and all ships pass below it.</p>',
    '<p>»Reporter of Inland Wire« Who pays for the bridge, and for how long will they pay?</p>',
    '<p>»Minister Quill« The harbour pays for it, for as long as the bridge stands.</p></article></html>',
  ].join('\n'),
};
const expected = ['1 question', '1 answer', '2 question', '2 answer'];

test('a dialect written in YAML reads labels of a shape that Lectern does not know', async () => {
  const content = await readContent(
    await contentFolder({
      ...good,
      'dialects/arrows.yaml': arrows,
      'sources/caldmere.yaml': good['sources/caldmere.yaml'].replace('english-colon', 'arrows'),
    }),
    ['english-colon'],
  );
  assert.deepEqual(content.problems, []);
  const source = content.sources.get('caldmere');
  assert.ok(source, 'Expected the source, got none');
  const outlets = outletIndex(content.outlets.values());
  const { draft } = parse(page, { source, profile: profileOf(source, content.dialects), outlets });
  const turns = draft ? outline(draft).filter((line) => /^\d+ (?:question|answer)/.test(line)) : [];
  assert.deepEqual(
    turns.map((line) => line.split(' ', 2).join(' ')),
    expected,
    turns.join('\n'),
  );
  assert.equal(propose(page, content.dialects).dialect, 'arrows', 'add would find it');
  assert.notEqual(propose(page).dialect, 'arrows');
});

test("a dialect may not take the name of one of Lectern's, nor be like one that is not there", async () => {
  const folder = await contentFolder({
    ...good,
    'dialects/arrows.yaml': arrows.replace('like: english-colon', 'like: nothing'),
    'dialects/english-colon.yaml': 'id: english-colon\nprofile: {}\n',
  });
  const { problems } = await readContent(folder, ['english-colon', 'chinese-colon']);
  assert.deepEqual(
    problems.map(({ file, line, reason }) => `${file}:${line} ${reason}`),
    [
      'dialects/arrows.yaml:2 Expected one of `english-colon`, `chinese-colon`, got `nothing`',
      'dialects/english-colon.yaml:1 Expected a name that Lectern does not use, got `english-colon`',
    ],
  );
});
