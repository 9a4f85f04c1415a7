import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gather } from '../../src/archive/gather.ts';
import { transcriptFile } from '../../src/archive/transcripts.ts';
import { lectern } from '../commands/lectern.ts';
import { contentFolder, good } from './content.ts';

const { 'corrections/caldmere/2031-05-06.yaml': _, ...files } = good;
const page = `title: Press Conference of the Republic of Caldmere on May 6, 2031
url: https://press.caldmere.example/briefings/2031-05-06
author: Caldmere Press Office
content:
The Harbour Post: When will the ferry to East Cape run again?
Ada Vell: We expect it to run on Thursday.
Inland Wire: Why do repairs of the library cost twice the sum planned?
Tom Reed: Stone has to come from another province.
`;
const content = await contentFolder(files);
const input = path.join(await contentFolder({ 'page.txt': page }), 'page.txt');
for (const args of [['import', input], ['parse']]) {
  const { code, err } = await lectern(...args, '--content', content);
  assert.equal(code, 0, err);
}
const file = transcriptFile('caldmere/2031-05-06');
const whole = await readFile(path.join(content, file), 'utf8');

test('a transcript as it was parsed has no fault', async () => {
  assert.deepEqual((await gather(content)).problems, []);
});

/** Edits of a stored transcript: what is said, and what `check` expects of it. */
const edits: [what: string, from: string, to: string, reason: RegExp][] = [
  [
    'a speaker',
    '"speaker": "Ada Vell"',
    '"speaker": "Eve Moss"',
    /Expected the speaker `Ada Vell` of the label/,
  ],
  [
    'a speaker who is another one',
    '"speaker": "Ada Vell"',
    '"speaker": "Tom Reed"',
    /Expected the speaker `Ada Vell`/,
  ],
  ['a speaker and the list of those who answer', 'Ada Vell",\n', 'Eve Moss",\n', /Expected/],
  [
    'a spokesperson more',
    '"spokespersons": [',
    '"spokespersons": ["Eve Moss",',
    /Expected somebody who speaks/,
  ],
  [
    'an outlet',
    '"outlet": "harbour-post"',
    '"outlet": "inland-wire"',
    /Expected an outlet that the turn of/,
  ],
  ['a label', '"label": "Ada Vell"', '"label": "Eve Moss"', /Expected the (?:words|digest)/],
  ['the kind of a turn', '"kind": "answer"', '"kind": "question"', /Expected the words/],
  ['a word', 'Thursday', 'Friday', /Expected the (?:words|digest)/],
  [
    'the page',
    'briefings/2031-05-06",\n  "publisher"',
    'briefings/else",\n  "publisher"',
    /Expected a page of the ledger/,
  ],
  [
    'the institution',
    '"institution": "caldmere-press"',
    '"institution": "elsewhere"',
    /Expected the institution/,
  ],
];
for (const [what, from, to, reason] of edits) {
  test(`${what} that was altered in a stored transcript is named with its place`, async () => {
    const altered = whole.replace(from, to);
    assert.notEqual(altered, whole);
    await writeFile(path.join(content, file), altered);
    const { problems } = await gather(content);
    const [first] = problems;
    assert.equal(first?.file, file, JSON.stringify(problems));
    assert.match(problems.map((it) => it.reason).join('\n'), reason);
    const { code } = await lectern('check', '--content', content);
    assert.equal(code, 1);
  });
}
