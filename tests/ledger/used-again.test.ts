import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../../src/ledger/decide.ts';
import { ledgerFaults } from '../../src/ledger/faults.ts';
import { groundsOf } from '../../src/ledger/grounds.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Sighting } from '../../src/ledger/sighting.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { draft, fiveSpoken, numbers, type Spoken, sighting } from './drafts.ts';
import { madeUpDrafts } from './made-up.ts';

const day = (nth: number) => `2031-05-0${nth}`;
const spoken = (text: string): Spoken => ({
  asker: '北方电视台记者',
  question: `${text}的开幕式改到了室内，是否与天气有关？`,
  answer: [`气象台预报${text}当日有大风，组织者因此改了地点。`],
});
const [first, second, third, ...rest] = fiveSpoken;
assert.ok(first && second && third);
const others = ['苹果节', '帆船赛'].map(spoken);
const sixth = sighting(draft(fiveSpoken), 1);
const edited = sighting(draft([first, second, ...rest]), 2);
const seventh = sighting(draft(others, { date: day(7) }), 3);
const lantern: Spoken = {
  asker: '港湾通讯社记者',
  question: '邻国渔船进入东岬海域，海岸警卫队作何反应？',
  answer: ['巡逻艇护送它们离开，没有人受伤。'],
};
const formula: Spoken = { asker: null, question: '有何评论？', answer: ['没有。'] };
const eighth = sighting(draft([lantern, formula], { date: day(8) }), 4);

/** The ledger after the sightings became known one after another. */
function inSteps(sightings: Sighting[]): LedgerEvent[] {
  const ledger: LedgerEvent[] = [];
  for (const at of sightings.keys())
    ledger.push(...settle(sightings.slice(0, at + 1), ledger).events);
  return ledger;
}

test('an address that shows another day and other words shows another transcript', () => {
  const all = [sixth, edited, seventh, eighth];
  for (const order of [all, [...all].reverse(), [eighth, sixth, seventh, edited]]) {
    const ledger = inSteps(order);
    assert.deepEqual(ledgerFaults(ledger), []);
    const settled = settle(all, ledger);
    assert.deepEqual([settled.events, settled.held], [[], []]);
    assert.deepEqual(
      settled.transcripts.map((it) => [it.id, it.date, it.captures.length, it.versions.length]),
      [
        ['caldmere-zh/2031-05-06', day(6), 2, 2],
        ['caldmere-zh/2031-05-07', day(7), 1, 1],
        ['caldmere-zh/2031-05-08', day(8), 1, 1],
      ],
    );
    const glimpses = all.map(({ draft: { date, kind, title }, ...it }, at) => ({
      ...it,
      ...{ date, kind, digest: `${title} ${at}` },
    }));
    const grounds = groundsOf(glimpses, ledger, []);
    assert.deepEqual(
      [...grounds].map(([id, it]) => [id, it.glimpses.length]).sort(),
      settled.transcripts.map((it) => [it.id, it.captures.length]),
    );
  }
  assert.deepEqual(numbers(settle(all, []).transcripts[1]), ['1', '2']);
});

test('sixty days at one address are sixty transcripts, and settling again adds nothing', () => {
  const days = madeUpDrafts(60).map((it, nth) => {
    const date = new Date(Date.UTC(2031, 4, 1 + nth)).toISOString().slice(0, 10);
    const seen = sighting({ ...it, date }, 1);
    const recorded = `${date}T20:00:00Z`;
    const sha256 = nth.toString(16).padStart(64, '0');
    return { ...seen, recorded, capture: { ...seen.capture, sha256 } };
  });
  const { transcripts, events, held } = settle(days, []);
  assert.deepEqual(held, []);
  assert.deepEqual(
    transcripts.map(({ id }) => id.split('/')[1]),
    days.map(({ draft: { date } }) => date),
  );
  assert.deepEqual(settle([...days].reverse(), events).events, []);
});

test('a date that was put right changes no id, also where the address is used again after', () => {
  const late = sighting(draft([first, second, third, ...rest], { date: day(7) }), 2);
  const all = [sixth, late, seventh, eighth];
  const ledger = inSteps(all);
  const { transcripts, events } = settle(all, ledger);
  assert.deepEqual(events, []);
  assert.deepEqual(
    transcripts.map((it) => [it.id, it.captures.length]),
    [
      ['caldmere-zh/2031-05-06', 2],
      ['caldmere-zh/2031-05-07', 1],
      ['caldmere-zh/2031-05-08', 1],
    ],
  );
});

test('another day with some of the words is held until a person says which it is', () => {
  const mixed = sighting(
    draft([others[0] as Spoken, third, others[1] as Spoken], { date: day(7) }),
    3,
  );
  const all = [sixth, mixed];
  const { events } = settle([sixth], []);
  const doubt = settle(all, events);
  assert.deepEqual(doubt.events, []);
  const [held] = doubt.held;
  assert.ok(held);
  assert.equal(held.transcript, 'caldmere-zh/2031-05-06');
  assert.match(held.reason ?? '', /another day, 2031-05-07/);
  for (const [told, ids] of [
    [[null, '3', null], ['caldmere-zh/2031-05-06']],
    [
      [null, null, null],
      ['caldmere-zh/2031-05-06', 'caldmere-zh/2031-05-07'],
    ],
  ] as const) {
    const line = decide(
      held,
      told.map((n, at) => ({ place: at + 1, n })),
    );
    assert.ok('event' in line);
    const settled = settle(all, [...events, line]);
    const ledger = [...events, line, ...settled.events];
    assert.deepEqual(settled.held, []);
    assert.deepEqual(
      settled.transcripts.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(ledgerFaults(ledger), []);
    assert.deepEqual(settle(all, ledger), { ...settled, events: [] });
  }
});

test('an address that is gone is missed by the last day that it showed', () => {
  const absence = { url: sixth.capture.url, status: 404, recorded: '2031-06-09T08:00:00Z' };
  const { transcripts } = settle([sixth, seventh], [], [absence]);
  assert.deepEqual(
    transcripts.map(({ flags }) => flags),
    [[], ['vanished']],
  );
});

test('one day at one address has one transcript in the ledger', () => {
  const { events } = settle([sixth], []);
  const again: LedgerEvent = {
    ...{ event: 'transcript', id: 'caldmere-zh/2031-05-06-2', url: sixth.capture.url },
    seen: sixth.recorded,
  } as LedgerEvent;
  assert.equal(ledgerFaults([...events, again])[0]?.field, 'url');
});
