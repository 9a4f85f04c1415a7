import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { markShowing, type PartMark, runsOf } from '../../src/site/runs.ts';

const mark = (part: string, start: number, end: number): PartMark => ({
  part,
  side: 'answer',
  turn: 0,
  paragraph: 0,
  start,
  end,
});

test('a paragraph is cut at parts, and inside them at emphasis', () => {
  const runs = runsOf(
    'ab. cd.',
    [mark('a', 0, 3), mark('b', 4, 7)],
    [{ kind: 'emphasis', start: 2, end: 5 }],
  );
  assert.deepEqual(
    runs.map((run) => [
      run.mark?.part,
      run.pieces.map(({ text, span }) => (span ? `*${text}*` : text)),
    ]),
    [
      ['a', ['ab', '*.*']],
      [undefined, ['* *']],
      ['b', ['*c*', 'd.']],
    ],
  );
});

test('whatever the offsets, no character is lost, doubled or moved', () => {
  const range = fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(
      fc.string({ maxLength: 24 }),
      fc.array(range),
      fc.array(range),
      (value, parts, spans) => {
        const runs = runsOf(
          value,
          parts.map(([start, end], index) => mark(String(index), start, end)),
          spans.map(([start, end]) => ({ kind: 'emphasis', start, end })),
        );
        assert.equal(runs.flatMap((run) => run.pieces.map(({ text }) => text)).join(''), value);
      },
    ),
  );
});

test('a part whose answer is that of another part is shown there, and every part that is shown has a run', () => {
  const [a, b] = [mark('a', 0, 9), mark('b', 0, 9)];
  assert.equal(markShowing([a, b], 'b', 'answer'), a);
  assert.equal(markShowing([a, b], 'b', 'question'), undefined);
  const range = fc.tuple(fc.nat(12), fc.nat(12)).map(([from, length]) => [from, from + length]);
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
      const marks = ranges.map(([start = 0, end = 0], i) => mark(String(i % 4), start, end));
      const shown = new Set(runsOf('x'.repeat(30), marks).map((run) => run.mark?.part));
      for (const { part, start, end } of marks) {
        const showing = markShowing(marks, part, 'answer');
        assert.ok(showing ? shown.has(showing.part) : start === end);
      }
    }),
  );
});
