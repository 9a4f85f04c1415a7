import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareVersions } from '../../src/ledger/compare.ts';
import { ledgerFaults } from '../../src/ledger/faults.ts';
import { settle } from '../../src/ledger/settle.ts';
import { tombstones } from '../../src/ledger/tombstones.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { versions } from '../../src/model/versions.ts';
import { draft, fiveSpoken, sighting } from './drafts.ts';

const id = 'caldmere-zh/2031-05-06';
const [first, second, third, ...rest] = fiveSpoken;
assert.ok(first && second && third);
/** The second exchange has lost its label and reads as more of the first answer; the third is gone. */
const edited = draft([
  { ...first, answer: [...first.answer, second.question, ...second.answer] },
  ...rest,
]);
const seen = [sighting(draft(fiveSpoken), 1), sighting(edited, 2)];

test('merged, removed and withheld exchanges say what became of them', () => {
  const { events } = settle(seen, []);
  const withheld: LedgerEvent = {
    event: 'withheld',
    id: `${id}/5`,
    date: '2031-07-01',
    ground: 'Court order 7',
  };
  const stones = tombstones([...events, withheld]);
  assert.deepEqual([...stones.keys()], [`${id}/2`, `${id}/3`, `${id}/5`]);
  const merged = stones.get(`${id}/2`);
  assert.ok(merged?.kind === 'merged');
  assert.equal(merged.into, `${id}/1`);
  const removed = stones.get(`${id}/3`);
  assert.ok(removed?.kind === 'removed');
  assert.deepEqual(
    [removed.last, removed.version, removed.seen],
    ['v1', 'v2', '2031-06-02T08:00:00Z'],
  );
  assert.equal(removed.words?.question, third.question);
  assert.deepEqual(stones.get(`${id}/5`), {
    kind: 'withheld',
    date: '2031-07-01',
    ground: 'Court order 7',
  });
});

test('what is withheld has no words on any of its addresses', () => {
  const { events } = settle(seen, []);
  const stones = tombstones([
    ...events,
    { event: 'withheld', id, date: '2031-07-01', ground: 'Court order 7' },
  ]);
  assert.deepEqual([...stones.keys()], [id]);
});

test('the versions of a changed transcript are kept with their words and compared', () => {
  const settled = settle(seen, []);
  const [both] = settled.versions;
  assert.deepEqual(versions.parse(both), both);
  assert.deepEqual(
    both?.versions.map(({ id: version, first: from, last }) => [version, from, last]),
    [
      ['v1', '2031-06-01T08:00:00Z', '2031-06-01T08:00:00Z'],
      ['v2', '2031-06-02T08:00:00Z', '2031-06-02T08:00:00Z'],
    ],
  );
  const [before, after] = both?.versions ?? [];
  const { exchanges, outside } = compareVersions(before?.children ?? [], after?.children ?? []);
  assert.deepEqual(
    exchanges.map((it) => [it.n, it.in, it.edited]),
    [
      ['1', 'both', true],
      ['2', 'before', false],
      ['3', 'before', false],
      ['4', 'both', false],
      ['5', 'both', false],
    ],
  );
  assert.deepEqual(outside, []);
  assert.deepEqual(settle(seen.slice(0, 1), []).versions, []);
});

test('a ledger that settling wrote has no fault', () => {
  assert.deepEqual(ledgerFaults(settle(seen, []).events), []);
});

const nonsense: [
  what: string,
  change: (events: LedgerEvent[]) => LedgerEvent[],
  field: string,
  reason: RegExp,
][] = [
  [
    'two exchanges with one number',
    (it) => [...it.slice(0, 3), ...it.slice(2)],
    'id',
    /^Expected a number that is minted once, got `.*\/1 again`$/,
  ],
  [
    'a transcript minted twice',
    (it) => [...it.slice(0, 1), ...it],
    'url',
    /^Expected an address of its own, got `that of caldmere-zh\/2031-05-06`$/,
  ],
  [
    'an event before its version',
    (it) => [...it.slice(0, 1), ...it.slice(2, 3), ...it.slice(1)],
    'version',
    /^Expected a version that a line above settles, got `v1`$/,
  ],
  [
    'an event before its transcript',
    (it) => it.slice(1),
    'id',
    /^Expected a line `transcript` with this id above/,
  ],
  [
    'an edit of a number never minted',
    (it) => it.filter((one) => one.id !== `${id}/1` || one.event !== 'minted'),
    'id',
    /^Expected a number that is minted above, got `.*\/1`$/,
  ],
  [
    'a removal twice',
    (it) => [...it, ...it.filter(({ event }) => event === 'removed')],
    'event',
    /^Expected a number that is not gone yet/,
  ],
];

for (const [what, change, field, reason] of nonsense) {
  test(`a ledger made nonsense by hand: ${what}`, () => {
    const [fault] = ledgerFaults(change(settle(seen, []).events));
    assert.equal(fault?.field, field);
    assert.match(fault.reason, reason);
  });
}
