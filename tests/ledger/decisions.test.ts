import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, overruled, type Told } from '../../src/ledger/decide.ts';
import { ledgerFaults } from '../../src/ledger/faults.ts';
import type { Held } from '../../src/ledger/held.ts';
import { historyOf } from '../../src/ledger/history.ts';
import { review } from '../../src/ledger/review.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Sighting } from '../../src/ledger/sighting.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { draft, fiveSpoken, numbers, type Spoken, sighting } from './drafts.ts';

const id = 'caldmere-zh/2031-05-06';
const [first, second, third, ...rest] = fiveSpoken;
assert.ok(first && second && third);
const equal: Spoken = { asker: '山谷日报记者', question: '请问有何评论？', answer: ['下月初。'] };

/** The ledger after a decision, which must be without a fault and complete. */
function after(sightings: Sighting[], ledger: LedgerEvent[], held: Held | null, told: Told[]) {
  assert.ok(held);
  const line = decide(held, told);
  assert.ok('event' in line, JSON.stringify(line));
  const settled = settle(sightings, [...ledger, line]);
  const whole = [...ledger, line, ...settled.events];
  assert.deepEqual(ledgerFaults(whole), []);
  assert.deepEqual(settle(sightings, whole), { ...settled, events: [] });
  const shown = numbers(settled.transcripts[0]);
  assert.deepEqual([...new Set(shown)], shown);
  return { ...settled, ledger: whole, shown };
}

const gone = (ledger: LedgerEvent[]) =>
  ledger.flatMap((it) =>
    it.event === 'removed' || it.event === 'merged'
      ? [`${it.event} ${it.id.slice(id.length + 1)}`]
      : [],
  );

test('two equal exchanges each get the number that was decided for their place', () => {
  const seen = [
    sighting(draft([first, equal, second]), 1),
    sighting(draft([equal, equal, second, first]), 2),
  ];
  const { events } = settle(seen.slice(0, 1), []);
  const [held] = settle(seen, events).held;
  assert.ok(held);
  const asked = held.exchanges.flatMap(({ candidates }, at) =>
    candidates.length > 0 ? at + 1 : [],
  );
  assert.deepEqual(asked, [1, 2]);
  for (const [places, expected] of [
    [
      ['2', null],
      ['2', '2a', '3', '1'],
    ],
    [
      [null, '2'],
      ['0a', '2', '3', '1'],
    ],
    [
      [null, null],
      ['0a', '0b', '3', '1'],
    ],
  ] as const) {
    const told = places.map((n, at) => ({ place: at + 1, n }));
    const settled = after(seen, events, held, told);
    assert.deepEqual(settled.held, []);
    assert.deepEqual(settled.shown, expected);
    assert.deepEqual(gone(settled.ledger), places.includes('2' as never) ? [] : ['removed 2']);
  }
});

test('a ledger in which equal exchanges got one number twice is settled right', () => {
  const seen = [
    sighting(draft([first, equal, second]), 1),
    sighting(draft([equal, equal, second, first]), 2),
  ];
  const { events } = settle(seen.slice(0, 1), []);
  const [held] = settle(seen, events).held;
  assert.ok(held);
  const line = decide(held, [
    { place: 1, n: null },
    { place: 2, n: '2' },
  ]);
  assert.ok('event' in line);
  const version: LedgerEvent = {
    ...(settle(seen, [...events, line]).events.find((it) => it.event === 'version') as never as {
      event: 'version';
    }),
    same: ['2', '2', '3', '1'],
  } as LedgerEvent;
  const healed = settle(seen, [...events, line, version]);
  const shown = numbers(healed.transcripts[0]);
  assert.deepEqual(shown, ['0a', '2', '3', '1']);
  assert.deepEqual(ledgerFaults([...events, line, version, ...healed.events]), []);
});

test('a decision that does not fit what is read today is asked for again', () => {
  const twin = (word: string): Spoken => ({
    ...first,
    question: first.question.replace('沿岸', word),
  });
  const page = [twin('对岸'), second, third, ...rest, twin('岛上')];
  const seen = [sighting(draft(fiveSpoken), 1), sighting(draft(page), 2)];
  const { events } = settle(seen.slice(0, 1), []);
  const [held] = settle(seen, events).held;
  assert.ok(held);
  const line = decide(held, [
    { place: 6, n: '1' },
    { place: 1, n: null },
  ]);
  assert.ok('event' in line);
  const fused = { ...second, answer: [...second.answer, third.question, ...third.answer] };
  const reread = [
    seen[0],
    sighting(draft([twin('对岸'), fused, ...rest, twin('岛上')]), 2),
  ] as Sighting[];
  const again = settle(reread, [...events, line]);
  assert.deepEqual(again.events, []);
  assert.match(again.held[0]?.reason ?? '', /does not fit any more/);
});

test('what goes against surely equal words is said', () => {
  const seen = [sighting(draft(fiveSpoken), 1), sighting(draft([equal, ...fiveSpoken]), 2)];
  const { events, held } = settle(seen, []);
  assert.deepEqual(held, []);
  const now = review(seen, events, id);
  assert.ok(now);
  assert.deepEqual(now.settled, {
    version: 'v2',
    numbers: ['0a', '1', '2', '3', '4', '5'],
    minted: ['0a'],
  });
  const line = decide(now, [{ place: 3, n: null }]);
  assert.ok('event' in line);
  assert.deepEqual(overruled(now, line), [
    'Place 3 is surely 2 by its words (likeness 1.00), and you say new',
  ]);
  const same = decide(now, [
    { place: 3, n: '2' },
    { place: 1, n: null },
  ]);
  assert.ok('event' in same);
  assert.deepEqual(
    same.exchanges.map(({ n }) => n),
    now.settled?.numbers,
  );
});

test('a later decision corrects a settled wording, and back again', () => {
  const reworded = { ...third, question: '图书馆大楼的修缮费用高出一倍，原因何在？' };
  const seen = [
    sighting(draft(fiveSpoken), 1),
    sighting(draft([first, second, reworded, ...rest]), 2),
  ];
  const { events } = settle(seen, []);
  const as = (ledger: LedgerEvent[], ...told: Told[]) =>
    after(seen, ledger, review(seen, ledger, id), told);
  const other = as(events, { place: 3, n: null });
  assert.deepEqual(other.shown, ['1', '2', '2a', '4', '5']);
  assert.deepEqual(gone(other.ledger), ['removed 3']);
  const removed = other.ledger.find(({ event }) => event === 'removed');
  assert.ok(removed?.event === 'removed');
  assert.equal(removed.words?.question, third.question);
  assert.deepEqual(
    historyOf(other.ledger, `${id}/2a`).map(({ what, version }) => [what, version]),
    [['minted', 'v2']],
  );
  const back = as(other.ledger, { place: 3, n: '3' });
  assert.deepEqual(back.shown, ['1', '2', '3', '4', '5']);
  const lines = back.ledger
    .slice(other.ledger.length)
    .map((it) => [it.event, it.id.slice(id.length)]);
  assert.deepEqual(lines, [
    ['decided', ''],
    ['edited', '/3'],
    ['restored', '/3'],
    ['merged', '/2a'],
  ]);
  assert.deepEqual(
    historyOf(back.ledger, `${id}/3`).map(({ what, version }) => [what, version]),
    [
      ['minted', 'v1'],
      ['edited', 'v2'],
      ['removed', 'v2'],
      ['decided', 'v2'],
      ['edited', 'v2'],
      ['restored', 'v2'],
    ],
  );
  assert.deepEqual(as(back.ledger, { place: 1, n: '2' }, { place: 2, n: '1' }).shown, [
    '2',
    '1',
    '3',
    '4',
    '5',
  ]);
});

test('each place and each number is told once', () => {
  const seen = [sighting(draft(fiveSpoken), 1)];
  const { events } = settle(seen, []);
  const now = review(seen, events, id);
  assert.ok(now);
  assert.deepEqual(decide(now, [{ place: 1, n: '2' }]), {
    missing: ['Expected each number once, got `2` twice'],
  });
  assert.deepEqual(
    decide(now, [
      { place: 1, n: '1' },
      { place: 1, n: null },
    ]),
    {
      missing: ['Expected each place once, got `1` twice'],
    },
  );
});
