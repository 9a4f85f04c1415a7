import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { parse as parseYaml } from 'yaml';
import type { Correction } from '../../src/model/correction.ts';
import type { Document } from '../../src/model/document.ts';
import { source } from '../../src/model/source.ts';
import { correct } from '../../src/parse/correct.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { profileOf } from '../../src/parse/profile-of.ts';

const sourceFile = fileURLToPath(new URL('../../content/sources/mfa-zh.yaml', import.meta.url));
const capture = 'a'.repeat(64);

const document = (...texts: string[]): Document => ({
  url: 'https://mfa.caldmere.example/1.html',
  title: 'Briefing',
  titleAt: { line: 1, column: 1 },
  publisher: null,
  blocks: texts.map((text, index) => ({
    text,
    place: { line: index + 1, column: 1 },
    inlines: [{ kind: 'bold', start: 0, end: 2 }],
    kind: 'paragraph',
  })),
  dropped: [],
  meta: {},
  coverage: { body: 0, page: 0 },
});

const correction = (...blocks: Correction['blocks']) => ({
  file: 'corrections/caldmere/2031-05-06.yaml',
  url: 'https://mfa.caldmere.example/1.html',
  captures: [capture],
  reason: 'The page lost a label',
  blocks,
});

const textsOf = ({ blocks }: Document) => blocks.map(({ text }) => text);

test('a block gets the role and label that the correction gives it', () => {
  const made = correct(
    document('One', 'Two'),
    correction({ starts: 'Two', as: 'question', label: 'Q' }),
    capture,
    new VFile(),
  );
  assert.deepEqual(
    made.blocks.map((block) => block.as),
    [undefined, { kind: 'question', label: 'Q' }],
  );
});

test('a block is split where words begin, and the pieces can be named afterwards', () => {
  const change = correction(
    { starts: 'Is it', split: ['It is.'] },
    { starts: 'It is.', as: 'answer' },
  );
  const made = correct(document('Is it open? It is.'), change, capture, new VFile());
  assert.deepEqual(textsOf(made), ['Is it open?', 'It is.']);
  assert.deepEqual(made.blocks[1]?.as, { kind: 'answer' });
  assert.deepEqual(made.blocks[1]?.inlines, []);
});

test('a block is joined to the one before it, with its inline runs', () => {
  const made = correct(
    document('It is', ' open.'),
    correction({ starts: ' open', join: true }),
    capture,
    new VFile(),
  );
  assert.deepEqual(textsOf(made), ['It is open.']);
  assert.deepEqual(
    made.blocks[0]?.inlines.map(({ start }) => start),
    [0, 5],
  );
});

test('joined words of a script with spaces keep one between them, and the correction says what they are', () => {
  const made = correct(
    document('Is it', 'open?'),
    correction({ starts: 'open', join: true, as: 'question', label: 'Q' }),
    capture,
    new VFile(),
  );
  assert.deepEqual(textsOf(made), ['Is it open?']);
  assert.deepEqual(made.blocks[0]?.as, { kind: 'question', label: 'Q' });
});

test('a page that changed refuses its correction, with the place on the page and the file of the correction', () => {
  const change = correction({ starts: 'Two', as: 'note' });
  const attempts: [Document, string, line: number, Correction['blocks'][number]?][] = [
    [document('One', 'Two'), 'b'.repeat(64), 1],
    [document('One', 'Three'), capture, 1],
    [document('One', 'Two', 'Two'), capture, 3],
    [document('One', 'Two'), capture, 2, { starts: 'Two', split: ['Four'] }],
    [document('Two', 'One'), capture, 1, { starts: 'Two', join: true }],
  ];
  for (const [page, sha256, line, other] of attempts) {
    const file = new VFile({ path: 'page.html' });
    const made = other ? correction(other) : change;
    assert.throws(
      () => correct(page, made, sha256, file),
      /Expected .* \(corrections\/caldmere\/2031-05-06\.yaml\)$/,
    );
    const [message] = file.messages;
    assert.deepEqual([message?.ruleId, message?.line], ['stale-correction', line]);
  }
});

const made = (...blocks: Correction['blocks']) => {
  const text = [
    'title: 2031年5月6日外交部发言人林远主持例行记者会',
    'content: ',
    '北港日报记者：编造的问题？',
    '林远：编造的回答。',
    '另一个编造的问题？',
    '另一个编造的回答。',
  ].join('\n');
  const declared = source.parse(parseYaml(readFileSync(sourceFile, 'utf8')));
  const { draft } = parse(
    { url: 'https://www.mfa.gov.cn/1.shtml', mediaType: 'text/plain', text, sha256: capture },
    {
      source: declared,
      profile: profileOf(declared),
      outlets: outletIndex([
        {
          id: 'beigang',
          names: { 'zh-Hans': '北港日报', en: 'Beigang Daily' },
          aliases: [],
          place: 'CN',
          kind: 'newspaper',
        },
      ]),
      correction: correction(...blocks),
    },
  );
  return draft?.children.flatMap((child) =>
    child.type === 'exchange'
      ? [child.children.flatMap((turn) => (turn.type === 'turn' ? [turn] : []))]
      : [],
  );
};

test('a label given by hand names outlet and speaker as a printed one does', () => {
  const [, second] =
    made(
      { starts: '另一个编造的问', as: 'question', label: '北港日报记者' },
      { starts: '另一个编造的回', as: 'answer', label: '林远' },
    ) ?? [];
  assert.deepEqual(
    second?.map(({ kind, label, outlet, speaker }) => [kind, label, outlet, speaker]),
    [
      ['question', '北港日报记者', 'beigang', null],
      ['answer', '林远', null, '林远'],
    ],
  );
});

test('a label that the line already has is not among its words, whatever the correction says it is', () => {
  const [first] = made({ starts: '林远：', as: 'question' }) ?? [];
  assert.deepEqual(
    first?.map(({ kind, label, children }) => [kind, label, children[0]?.value]),
    [
      ['question', '北港日报记者', '编造的问题？'],
      ['question', '林远', '编造的回答。'],
    ],
  );
});
