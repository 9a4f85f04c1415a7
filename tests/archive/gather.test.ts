import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gather } from '../../src/archive/gather.ts';
import { appendLedger } from '../../src/archive/ledger.ts';
import { writeTranscripts } from '../../src/archive/transcripts.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { turnOf, twoDays } from '../caldmere.ts';
import { contentFolder, good } from './content.ts';

async function stored(transcripts: Transcript[]): Promise<string> {
  const content = await contentFolder(good);
  await writeTranscripts(content, transcripts);
  return content;
}

const exchangesOf = (transcripts: Transcript[]) =>
  transcripts.flatMap(({ children }) =>
    children.flatMap((child) => (child.type === 'exchange' ? [child.id] : [])),
  );

test('a folder without fault becomes an archive with its placements', async () => {
  const archive = await gather(await stored(twoDays()));
  assert.deepEqual(archive.problems, []);
  assert.deepEqual(archive.transcripts, twoDays());
  const [placement] = archive.placements.get('caldmere/2031-05-06/1') ?? [];
  assert.equal(placement?.topic, 'harbour');
  assert.equal(placement?.reasons[0]?.phrase, 'harbour');
});

test('a placement by hand counts; an unknown topic and an unknown exchange are problems', async () => {
  const content = await contentFolder({
    ...good,
    'placements.yaml': [
      '- {exchange: caldmere/2031-05-06/2, topic: harbour, listed: true, why: It leads to the quay.}',
      '- {exchange: caldmere/2031-05-06/2, topic: opera, listed: true, why: It sings.}',
      '- {exchange: caldmere/2031-05-06/99, topic: harbour, listed: false, why: It is not there.}',
    ].join('\n'),
  });
  await writeTranscripts(content, twoDays());
  const archive = await gather(content);
  const [placement] = archive.placements.get('caldmere/2031-05-06/2') ?? [];
  assert.equal(placement?.hand, 'It leads to the quay.');
  assert.deepEqual(
    archive.problems.map(({ line, reason }) => `${line} ${reason}`),
    [
      '2 Expected a topic of topics/, got `opera`',
      '3 Expected an exchange of the archive, got `caldmere/2031-05-06/99`',
    ],
  );
});

test('editions by hand are checked: known transcripts, each once, each of another source', async () => {
  const content = await contentFolder({
    ...good,
    'editions.yaml': [
      '- {editions: [caldmere/2031-05-06, caldmere/2032-01-02], why: Both are mine.}',
      '- {editions: [caldmere/2031-05-06], why: Again.}',
      '- {editions: [reprint/2031-05-06], why: Not here.}',
      '- {editions: [], why: Nothing.}',
    ].join('\n'),
  });
  await writeTranscripts(content, twoDays());
  const { problems, briefings } = await gather(content);
  assert.deepEqual(
    problems.map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`),
    [
      'editions.yaml:4:4 Expected at least 1 of them for `editions`, got `[]`',
      'editions.yaml:1:36 Expected transcripts of different sources, got `caldmere/2032-01-02`',
      'editions.yaml:2:15 Expected each id once, got `caldmere/2031-05-06` again',
      'editions.yaml:3:15 Expected a transcript of the archive, got `reprint/2031-05-06`',
    ],
  );
  assert.deepEqual(briefings, []);
});

test('what is withheld is in no transcript of the archive', async () => {
  const content = await stored(twoDays());
  const ground = { event: 'withheld', date: '2033-01-01', ground: 'A court said so.' } as const;
  await appendLedger(content, [
    { ...ground, id: 'caldmere/2031-05-06/1' },
    { ...ground, id: 'caldmere/2032-01-02' },
  ]);
  const archive = await gather(content);
  assert.deepEqual(exchangesOf(archive.transcripts), ['caldmere/2031-05-06/2']);
  assert.ok(!JSON.stringify([...archive.placements]).includes('caldmere/2031-05-06/1'));
});

const [first, second] = twoDays();
assert.ok(first && second);
const asked = { ...turnOf('question', 'Moon', 'Why?'), outlet: 'the-moon' };
const strange: [what: string, transcript: Transcript, expected: RegExp][] = [
  [
    'another institution than its source',
    { ...first, institution: 'inland-press' },
    /^Expected the institution `caldmere-press` of its source, got `inland-press`/,
  ],
  [
    'an outlet that outlets.yaml does not have',
    { ...first, children: [asked] },
    /^Expected an outlet of outlets.yaml, got `the-moon`; lectern parse caldmere/,
  ],
  [
    'an exchange twice',
    { ...first, children: [...first.children, ...first.children] },
    /^Expected each exchange once, got `caldmere\/2031-05-06\/1` again/,
  ],
];

for (const [what, transcript, expected] of strange) {
  test(`a transcript with ${what} is left out and named`, async () => {
    const archive = await gather(await stored([transcript, second]));
    assert.deepEqual(archive.transcripts, [second]);
    assert.match(archive.problems[0]?.reason ?? '', expected);
    assert.equal(archive.problems[0]?.file, 'transcripts/caldmere/2031/2031-05-06.json');
  });
}

test('transcripts of a source that is gone are left out and named once', async () => {
  const content = await contentFolder({ ...good, 'sources/caldmere.yaml': '' });
  await writeTranscripts(content, twoDays());
  const { transcripts, problems } = await gather(content);
  assert.deepEqual(transcripts, []);
  assert.equal(problems.length, 2);
  assert.match(
    problems[1]?.reason ?? '',
    /^Expected a source of sources\/, got `caldmere`.* in 1 more/,
  );
});
