import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silenceOf } from '../../src/commands/silence.ts';

/** Every third day of two months. */
const regular = Array.from({ length: 20 }, (_, at) =>
  new Date(Date.UTC(2031, 0, 1 + 3 * at)).toISOString().slice(0, 10),
);

test('a source is silent after more than twice its usual gap, and more than a week', () => {
  assert.equal(regular.at(-1), '2031-02-27');
  assert.equal(silenceOf(regular, '2031-03-06'), null);
  assert.deepEqual(silenceOf(regular, '2031-03-07'), { last: '2031-02-27', days: 8, usual: 3 });
  const weekly = regular.filter((_, at) => at % 4 === 0);
  assert.equal(silenceOf(weekly, '2031-03-10'), null);
});

test('order and doubles of the days do not matter', () => {
  assert.deepEqual(
    silenceOf([...regular, ...regular].reverse(), '2031-04-01'),
    silenceOf(regular, '2031-04-01'),
  );
});

test('too few days tell nothing, and a source that has been quiet for a year has ended', () => {
  assert.equal(silenceOf(regular.slice(0, 4), '2031-06-01'), null);
  assert.equal(silenceOf(regular, '2033-06-01'), null);
});
