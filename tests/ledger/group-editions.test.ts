import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupEditions } from '../../src/ledger/group-editions.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { editionsOf } from '../bilingual.ts';

const { zh, en } = editionsOf('2031-05-06');

/** The same words, published by another source or as a second conference of the day. */
function copyOf(it: Transcript, id: string, children = it.children): Transcript {
  return {
    ...it,
    id,
    source: id.split('/')[0] ?? '',
    children: children.map((child) =>
      child.type === 'exchange' ? { ...child, id: `${id}/${child.n}` } : child,
    ),
  };
}
const groupsOf = (...given: Parameters<typeof groupEditions>) =>
  groupEditions(...given).map(({ id, editions }) => [id, ...editions]);

const reprint = copyOf(zh, 'cal-reprint/2031-05-06', zh.children.slice(0, 3));
const [opening, first, second, third, ...rest] = zh.children;
const others = [first, second, third].flatMap((it) => it ?? []);

test('one day, one institution, the same words: editions, an extract among them', () => {
  assert.deepEqual(groupsOf([zh, en, reprint]), [
    ['cal-press/2031-05-06', 'cal-en/2031-05-06', 'cal-reprint/2031-05-06', 'cal-zh/2031-05-06'],
  ]);
  const [briefing] = groupEditions([zh, reprint]);
  assert.deepEqual(
    briefing?.alignments.map(({ a, b, pairs }) => [a, b, pairs.length]),
    [['cal-reprint/2031-05-06', 'cal-zh/2031-05-06', 2]],
  );
});

test('the order of the transcripts decides nothing', () => {
  const once = groupEditions([zh, en, reprint]);
  assert.deepEqual(groupEditions([reprint, en, zh]), once);
});

test('other words, another day, another kind or one source are no editions', () => {
  const elsewhere = copyOf(zh, 'cal-reprint/2031-05-06', rest);
  const firstHalf = copyOf(zh, 'cal-zh/2031-05-06', others);
  const later = { ...reprint, briefing: 'cal-press/2031-05-07' };
  const written: Transcript = { ...reprint, kind: 'written-answer' };
  const second = copyOf(zh, 'cal-zh/2031-05-06-2');
  for (const day of [[firstHalf, elsewhere], [zh, later], [zh, written], [zh, second], [zh]]) {
    assert.deepEqual(groupsOf(day), []);
  }
});

test('two conferences of a day each find their own edition', () => {
  const morning = copyOf(zh, 'cal-zh/2031-05-06', others);
  const evening = copyOf(zh, 'cal-zh/2031-05-06-2', rest);
  const [a, b] = [
    copyOf(zh, 'cal-reprint/2031-05-06', rest),
    copyOf(zh, 'cal-reprint/2031-05-06-2', others),
  ];
  assert.deepEqual(groupsOf([morning, evening, a, b]), [
    ['cal-press/2031-05-06', 'cal-reprint/2031-05-06', 'cal-zh/2031-05-06-2'],
    ['cal-press/2031-05-06-2', 'cal-reprint/2031-05-06-2', 'cal-zh/2031-05-06'],
  ]);
});

test('what two transcripts of one source fit equally well is grouped with neither', () => {
  const again = copyOf(zh, 'cal-zh/2031-05-06-2');
  assert.deepEqual(groupsOf([zh, again, reprint]), []);
});

test('across languages one voice on one day is enough where each source has one conference', () => {
  const short = copyOf(en, en.id, opening ? [opening] : []);
  const personOf = () => 'cen-ruolan';
  assert.deepEqual(groupsOf([zh, short]), []);
  assert.deepEqual(groupsOf([zh, short], { personOf }), [['cal-press/2031-05-06', en.id, zh.id]]);
  const evening = copyOf(zh, 'cal-zh/2031-05-06-2', rest);
  assert.deepEqual(groupsOf([zh, evening, short], { personOf }), []);
});

test('a hand wins over the words', () => {
  const apart = { editions: [zh.id], why: 'Another event.' };
  assert.deepEqual(groupsOf([zh, en, reprint], { byHand: [apart] }), [
    ['cal-press/2031-05-06', en.id, reprint.id],
  ]);
  const day = copyOf({ ...zh, briefing: 'cal-press/2031-05-07' }, 'cal-late/2031-05-07', others);
  const together = { editions: [day.id, zh.id], why: 'Published a day late.' };
  const [briefing] = groupEditions([zh, day], { byHand: [together] });
  assert.deepEqual(
    [briefing?.editions, briefing?.hand],
    [[day.id, zh.id], 'Published a day late.'],
  );
});
