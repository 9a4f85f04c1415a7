import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeUpDrafts } from './made-up.ts';
import { pairRows, singleRows, sumOf, tableOf } from './mutation-table.ts';

test('made-up pages changed in one way: links stay true, numbers are kept, few are held back', (t) => {
  const rows = singleRows(madeUpDrafts(24));
  const sum = sumOf(rows);
  for (const line of tableOf([...rows, sum])) t.diagnostic(line);
  assert.deepEqual(
    rows.flatMap(({ faults }) => faults).filter((fault) => fault.startsWith('wrong')),
    [],
  );
  assert.equal(sum.dead, 0);
  assert.ok(sum.kept >= 0.99 * sum.reworded, `${sum.kept} of ${sum.reworded} kept`);
  assert.ok(sum.held <= 0.01 * sum.pages, `${sum.held} of ${sum.pages} held back`);
});

test('made-up pages changed in any two ways: links stay true, the true number is offered', (t) => {
  const rows = pairRows(madeUpDrafts(6));
  const sum = sumOf(rows);
  for (const line of tableOf([sum])) t.diagnostic(line);
  assert.equal(rows.length, (15 * 16) / 2);
  assert.deepEqual(
    rows.flatMap(({ faults }) => faults).filter((fault) => fault.startsWith('wrong')),
    [],
  );
  assert.equal(sum.dead, 0);
  assert.ok(sum.held > 0, `${sum.held} held back`);
  assert.equal(sum.unoffered, 0);
});
