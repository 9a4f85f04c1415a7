import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editionRows } from '../../src/ledger/edition-rows.ts';
import { type Passage, passagesOf } from '../../src/model/passages.ts';
import { editionsOf } from '../bilingual.ts';
import { draft, fiveSpoken } from './drafts.ts';

const passages = (...values: string[]): Passage[] =>
  values.map((value, at) => ({ kind: at === 0 ? 'question' : 'answer', label: null, value }));
const five = draft(fiveSpoken).children.flatMap((child) =>
  child.type === 'exchange' ? passagesOf(child.children) : [],
);
const places = (rows: ReturnType<typeof editionRows>) => rows?.map(({ a, b }) => [a, b]);

test('the same passages need no rows', () => {
  assert.equal(editionRows(five, five, true), null);
});

test('in one language a passage left out is a gap, and every passage stands in one row', () => {
  fc.assert(
    fc.property(fc.subarray([...five.keys()], { minLength: 1 }), (kept) => {
      const other = kept.flatMap((at) => five[at] ?? []);
      const rows = editionRows(five, other, true) ?? [];
      if (kept.length === five.length) return;
      assert.deepEqual(
        rows.flatMap(({ a }) => a),
        [...five.keys()],
      );
      assert.deepEqual(
        rows.flatMap(({ b }) => b),
        [...other.keys()],
      );
      const gaps = rows.filter(({ b }) => b.length === 0).flatMap(({ a }) => a);
      // The same formula stands twice: which of the two was left out nobody can tell.
      const values = (list: number[]) => list.map((at) => five[at]?.value);
      const missing = [...five.keys()].filter((at) => !kept.includes(at));
      assert.deepEqual(values(gaps).sort(), values(missing).sort());
    }),
  );
});

test('one passage cut in two stands beside both, and a reworded one says how', () => {
  const [question = '', first = '', second = ''] = [
    '渡轮何时恢复？',
    '海事部门已派出两艘替代船只。',
    '预计周四恢复全部班次，请以公告为准。',
  ];
  const rows = editionRows(
    passages(question, first + second),
    passages(question, first, second),
    true,
  );
  assert.deepEqual(places(rows), [
    [[0], [0]],
    [[1], [1, 2]],
  ]);
  const [, reworded] =
    editionRows(passages(question, second), passages(question, second.replace('四', '五')), true) ??
    [];
  assert.deepEqual(
    reworded?.runs?.filter((run) => run.in !== 'both').map((run) => run.text),
    ['四', '五'],
  );
});

test('across languages paragraphs stand beside each other where as many of about the same length', () => {
  const { zh, en } = editionsOf('2031-05-06');
  const [ours, theirs] = [zh, en].map(({ children }) =>
    children.flatMap((child) => (child.type === 'exchange' ? [passagesOf(child.children)] : [])),
  );
  const [ferry = [], ferryEn = []] = [ours?.[0], theirs?.[0]];
  assert.deepEqual(places(editionRows(ferry, ferryEn, false)), [
    [[0], [0]],
    [[1], [1]],
    [[2], [2]],
  ]);
  assert.deepEqual(places(editionRows(ferry, ferryEn.slice(0, 2), false)), [
    [[0], [0]],
    [[1, 2], [1]],
  ]);
  assert.deepEqual(places(editionRows(ferry, ferryEn.slice(1), false)), [
    [
      [0, 1, 2],
      [0, 1],
    ],
  ]);
});
