import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VFile } from 'vfile';
import type { Correction } from '../../src/model/correction.ts';
import type { Document } from '../../src/model/document.ts';
import { correct } from '../../src/parse/correct.ts';

const capture = 'a'.repeat(64);

const document = (...texts: string[]): Document => ({
  url: 'https://mfa.caldmere.example/1.html',
  title: 'Briefing',
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

const correction = (...blocks: Correction['blocks']): Correction => ({
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

test('a page that changed refuses its correction', () => {
  const change = correction({ starts: 'Two', as: 'note' });
  const attempts: [Document, string][] = [
    [document('One', 'Two'), 'b'.repeat(64)],
    [document('One', 'Three'), capture],
    [document('Two', 'Two'), capture],
  ];
  for (const [page, sha256] of attempts) {
    const file = new VFile({ path: 'page.html' });
    assert.throws(() => correct(page, change, sha256, file), /Expected/);
    assert.equal(file.messages[0]?.ruleId, 'stale-correction');
  }
});
