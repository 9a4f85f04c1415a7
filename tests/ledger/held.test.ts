import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, readTold } from '../../src/ledger/decide.ts';
import { settle } from '../../src/ledger/settle.ts';
import { draft, fiveSpoken, type Spoken, sighting } from './drafts.ts';

const [first, second, ...rest] = fiveSpoken;
assert.ok(first && second);
/** The first exchange came back twice, each time with a word of its own changed. */
const twin = (word: string): Spoken => ({
  ...first,
  question: first.question.replace('沿岸', word),
});
const seen = [
  sighting(draft(fiveSpoken), 1),
  sighting(draft([twin('对岸'), second, ...rest, twin('岛上')]), 2),
];
const before = settle(seen.slice(0, 1), []);
const after = settle(seen, before.events);

test('a wording in doubt is held back: the last settled one stays, nothing is written', () => {
  assert.deepEqual(after.events, []);
  assert.deepEqual(after.transcripts, before.transcripts);
  const [held] = after.held;
  assert.equal(held?.transcript, 'caldmere-zh/2031-05-06');
  assert.deepEqual(
    held.exchanges.map(({ n, candidates }) => [n, candidates.map((it) => it.n)]),
    [
      [null, ['1']],
      ['2', []],
      ['3', []],
      ['4', []],
      ['5', []],
      [null, ['1']],
    ],
  );
});

test('told what is what, it settles and stays settled', () => {
  const [held] = after.held;
  assert.ok(held);
  const decided = decide(held, [
    { place: 6, n: '1' },
    { place: 1, n: null },
  ]);
  assert.ok('event' in decided);
  const ledger = [...before.events, decided];
  const settled = settle(seen, ledger);
  assert.deepEqual(settled.held, []);
  assert.deepEqual(
    settled.transcripts[0]?.children.map((child) => (child.type === 'exchange' ? child.n : null)),
    ['0a', '2', '3', '4', '5', '1'],
  );
  assert.deepEqual(settle(seen, [...ledger, ...settled.events]), { ...settled, events: [] });
});

test('what is missing or wrong in a decision is said', () => {
  const [held] = after.held;
  assert.ok(held);
  assert.deepEqual(
    decide(held, [
      { place: 1, n: '1' },
      { place: 6, n: '1' },
    ]),
    {
      missing: ['Expected each number once, got `1` twice'],
    },
  );
  assert.deepEqual(
    decide(held, [
      { place: 1, n: '12' },
      { place: 9, n: null },
    ]),
    {
      missing: [
        'Expected a place from 1 to 6, got `9`',
        'Expected one of 1, 2, 3, 4, 5 or new, got `12`',
        'Cannot settle place 6 without one of 6=1, 6=new',
      ],
    },
  );
  assert.deepEqual(['3=4a', '3=new', '3', '0=1', '3=x'].map(readTold), [
    { place: 3, n: '4a' },
    { place: 3, n: null },
    null,
    null,
    null,
  ]);
});
