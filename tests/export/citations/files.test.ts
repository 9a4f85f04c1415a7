import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { bibtex, bibtexKey } from '../../../src/export/citations/bibtex.ts';
import { citationsOf } from '../../../src/export/citations/citation-files.ts';
import { Cited } from '../../../src/export/citations/cited.ts';
import { oneLine } from '../../../src/export/citations/one-line.ts';
import { ris } from '../../../src/export/citations/ris.ts';
import { fixtureArchive } from '../../site/fixture-archive.ts';
import { answers, asks, exchange, record } from '../../site/making.ts';
import { hostile } from '../hostile.ts';
import { items } from './items.ts';

const bad = [
  ...hostile,
  'a\u0000b\u001bc\ud800d',
  ']]>',
  '长'.repeat(5000),
  '\\',
  '{',
  '}}',
  '%',
  '@misc{x,',
  'ER  - ',
  '30 m², <i>ª</i> and ™',
  'MS. QUILL, PRESS SECRETARY',
  'Ministry of Trade and Tides',
];

const archive = fixtureArchive(
  bad.map((it, index) => {
    const id = `cal-en/2032-${String((index % 12) + 1).padStart(2, '0')}-${String(Math.floor(index / 12) + 1).padStart(2, '0')}`;
    return record({
      id,
      title: it || '-',
      spokespersons: ['constructor', it],
      children: [exchange(`${id}/1`, [asks(it, null, it), answers(it, it, it)])],
    });
  }),
);
const cited = new Cited(archive);
const files = new Map(
  archive.transcripts
    .flatMap((it) => citationsOf(cited, it))
    .map(({ path, bytes }) => [path, String(bytes)]),
);
const transcripts = archive.transcripts.map(({ id }) => id);

test('each transcript has its citations in three formats, itself first, then each exchange', () => {
  assert.equal(files.size, transcripts.length * 3);
  const ids = JSON.parse(files.get('cal-zh/2031-03-14/citations.json') ?? '').map(
    ({ id }: { id: string }) => id,
  );
  assert.deepEqual(ids.slice(0, 3), [
    'cal-zh/2031-03-14',
    'cal-zh/2031-03-14/1',
    'cal-zh/2031-03-14/2',
  ]);
  assert.match(
    files.get('cal-zh/2031-03-14/citations.bib') ?? '',
    /^@misc\{cal-zh-2031-03-14-2,$/m,
  );
  assert.match(
    files.get('cal-zh/2031-03-14/citations.ris') ?? '',
    /^ID {2}- cal-zh\/2031-03-14\/2\r$/m,
  );
});

test('an exchange is cited with speaker, outlet, institution, day, address, digest and day of import', () => {
  const transcript = archive.transcripts.find(({ id }) => id === 'cal-zh/2031-03-14');
  const second = transcript?.children.find((it) => it.type === 'exchange' && it.n === '2');
  assert.ok(transcript && second?.type === 'exchange', 'no exchange');
  const item = new Cited(archive).exchange(second, transcript, 'en');
  assert.deepEqual(item.author, [{ literal: 'Cen Ruolan' }]);
  assert.deepEqual(item.interviewer, [{ literal: 'Tidewire' }]);
  assert.match(item.title, /^Answer to Tidewire, exchange 2: /);
  assert.equal(item.publisher, 'Press Office of Caldmere');
  assert.deepEqual(item.issued, { 'date-parts': [[2031, 3, 14]] });
  assert.equal(item.URL, 'https://archive.caldmere.example/press/cal-zh/2031-03-14/2/');
  assert.match(item.version, /^v\d+, (?:captured|imported) \d{4}-\d\d-\d\d, SHA-256 [0-9a-f]{12}$/);
  assert.match(item.note, /[0-9a-f]{64}/);
});

test('a label that only says that somebody asks names nobody', () => {
  const id = 'cal-en/2033-01-01';
  const made = exchange(`${id}/1`, [asks('Q', null, 'Is it open?'), answers('Ana', 'Ana', 'Yes.')]);
  const it = record({ id, title: 'Briefing', children: [made] });
  assert.equal(
    new Cited(archive).exchange(made, it, 'en').title,
    'Answer to a reporter, exchange 1: Briefing',
  );
  assert.equal(
    new Cited(archive).exchange(made, it, 'zh-Hans').title,
    '答记者问（第1则）：Briefing',
  );
});

test('another program reads the BibTeX back, whatever a page says', () => {
  for (const [path, text] of files) {
    if (!path.endsWith('.bib')) continue;
    const stored = JSON.parse(files.get(path.replace('.bib', '.json')) ?? '');
    const read = plugins.input.chain<Read>(text, { generateGraph: false });
    assert.deepEqual(
      read.map((it) => [it.id, ...toldIn(it)]),
      stored.map((it: Read) => [bibtexKey(it), ...toldIn(it)]),
      path,
    );
  }
});

test('another program reads the RIS back, whatever a page says', () => {
  for (const [path, text] of files) {
    if (!path.endsWith('.ris')) continue;
    const stored = JSON.parse(files.get(path.replace('.ris', '.json')) ?? '');
    const read = plugins.input.chain<Read>(text, { generateGraph: false });
    assert.deepEqual(
      read.map((it) => [it.id, it.title, ...toldIn(it)]),
      stored.map((it: Read) => [it.id, it.title, ...toldIn(it)]),
      path,
    );
  }
});

test('no line of a file is cut by what a page says, and none holds a control character', () => {
  fc.assert(
    fc.property(fc.array(items, { maxLength: 5 }), fc.string({ unit: 'binary' }), (list, text) => {
      const cited = list.map((it) => ({ ...it, title: oneLine(text) }));
      assert.equal(
        ris(cited)
          .split('\r\n')
          .filter((line) => line.startsWith('ER  - ')).length,
        list.length,
      );
      assert.doesNotMatch(oneLine(text), /[\p{Cc}\p{Cs}\u2028\u2029]/u);
      const open = [...bibtex(cited).replace(/\\[{}]/g, '')].reduce(
        (sum, it) => sum + Number(it === '{') - Number(it === '}'),
        0,
      );
      assert.equal(open, 0);
    }),
    { numRuns: 100 },
  );
});

interface Read {
  id: string;
  title: string;
  author: { literal?: string; family?: string; given?: string }[];
  URL: string;
  publisher: string;
  note: string;
}

const toldIn = ({ title, author, URL, publisher, note }: Read): unknown[] => [
  folded(title),
  namesOf(author),
  URL,
  publisher,
  note,
];

/** The reader takes two spaces, and a no-break one, for one. */
const folded = (title: string): string => title.replace(/\s+/g, ' ');

/** The reader takes a name in braces for a family's. */
const namesOf = (author: Read['author']): string[] =>
  author.map(({ literal, family, given }) =>
    (literal ?? [given, family].filter(Boolean).join(' ')).replace(/, ?/g, '，'),
  );
