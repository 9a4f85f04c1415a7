import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { leavesOf } from '../../src/site/leaves.ts';

const newestFirst = (count: number) => Array.from({ length: count }, (_, index) => count - index);

test('a short listing is one leaf, even an empty one', () => {
  const only = (listed: number[]) => [{ path: '/x/', listed, newer: null, older: null }];
  assert.deepEqual(leavesOf('/x/', [], 4), only([]));
  assert.deepEqual(leavesOf('/x/', [4, 3, 2, 1], 4), only([4, 3, 2, 1]));
});

test('the oldest leaf is the first and the newest has the bare path', () => {
  assert.deepEqual(leavesOf('/x/', newestFirst(10), 4), [
    { path: '/x/', listed: [10, 9], newer: null, older: '/x/2/' },
    { path: '/x/2/', listed: [8, 7, 6, 5], newer: '/x/', older: '/x/1/' },
    { path: '/x/1/', listed: [4, 3, 2, 1], newer: '/x/2/', older: null },
  ]);
});

test('every thing is on one leaf, and one more thing changes no leaf but the newest two', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 40 }), (count, size) => {
      const before = leavesOf('/x/', newestFirst(count), size);
      const after = leavesOf('/x/', newestFirst(count + 1), size);
      assert.deepEqual(
        after.flatMap(({ listed }) => listed),
        newestFirst(count + 1),
      );
      const wordOf = (leaves: typeof before) =>
        new Map(
          leaves.map((leaf) => [leaf.path, JSON.stringify([leaf.listed, leaf.older, leaf.newer])]),
        );
      const old = wordOf(before);
      const changed = [...wordOf(after)].filter(([path, word]) => old.get(path) !== word);
      assert.ok(
        changed.length <= 2 || (changed.length === 3 && after.length > before.length),
        JSON.stringify(changed),
      );
    }),
  );
});
