import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quotable } from '../../src/model/quotable.ts';
import { type Quote, quote, resolve } from '../../src/site/quote.ts';
import { fragmentOf, quoteOf } from '../../src/site/quote-link.ts';
import { editionsOf } from '../bilingual.ts';
import { madeUpDrafts } from '../ledger/made-up.ts';
import { records } from './records.ts';

/** The words of every exchange of the made-up conferences and of the site's fixtures. */
const { zh, en } = editionsOf('2031-05-06');
const texts = [...madeUpDrafts(12), ...records.slice(-5), zh, en].flatMap(({ children }) =>
  children.flatMap((child) => (child.type === 'exchange' ? [quotable(child)] : [])),
);
const text = fc.constantFrom(...texts);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A stretch of a text without white space at its ends. */
function spanOf(words: string, from: number, length: number): [number, number] {
  const start = Math.floor(from * words.length);
  const end = Math.min(words.length, start + 1 + Math.floor(length * length * words.length));
  const inside = words.slice(start, end);
  return [end - inside.trimStart().length, start + inside.trimEnd().length];
}

const linked = (it: Quote): Quote => {
  const back = quoteOf(fragmentOf(it));
  assert.deepEqual(back, it);
  return it;
};

test('a link to any words of any fixture leads to exactly them, or there is none', () => {
  let made = 0;
  fc.assert(
    fc.property(text, share, share, (words, from, length) => {
      const [start, end] = spanOf(words, from, length);
      fc.pre(start < end);
      const it = quote(words, start, end, 'a'.repeat(64));
      if (!it) return;
      made += 1;
      const found = resolve(linked(it), [{ digest: 'a'.repeat(64), text: words }]);
      assert.deepEqual(found, { state: 'here', start, end });
    }),
    { numRuns: 3000 },
  );
  assert.ok(made > 2900, `${made} links`);
});

/** A text whose units know where they stood before; null for new ones. */
type Traced = { unit: string; from: number | null }[];

const trace = (words: string): Traced => words.split('').map((unit, from) => ({ unit, from }));

const edit = fc.record({
  how: fc.constantFrom('insert', 'delete', 'replace', 'copy'),
  from: share,
  length: share,
  to: share,
});

interface Edit {
  how: string;
  from: number;
  length: number;
  to: number;
}

/** One edit; what comes in is of no text, and a copy knows where it was taken from. */
function edited(it: Traced, { how, from, length, to }: Edit): Traced {
  const start = Math.floor(from * it.length);
  const size = 1 + Math.floor(length ** 3 * it.length);
  const cut = it.slice(start, start + size);
  const fresh = cut.map(() => ({ unit: '▒', from: null }));
  if (how === 'insert') return [...it.slice(0, start), ...fresh, ...it.slice(start)];
  if (how === 'delete') return [...it.slice(0, start), ...it.slice(start + size)];
  if (how === 'replace') return [...it.slice(0, start), ...fresh, ...it.slice(start + size)];
  const place = Math.floor(to * it.length);
  return [...it.slice(0, place), ...cut, ...it.slice(place)];
}

test('after edits a link leads to the same words or says so, never to other ones', () => {
  const states = new Map<string, number>();
  const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(text, share, share, edits, (words, from, length, changes) => {
      const [start, end] = spanOf(words, from, length);
      fc.pre(start < end);
      const it = quote(words, start, end, 'a'.repeat(64));
      fc.pre(it !== null);
      const after = changes.reduce(edited, trace(words));
      const today = after.map(({ unit }) => unit).join('');
      const found = resolve(it, [
        { digest: 'a'.repeat(64), text: words },
        { digest: 'b'.repeat(64), text: today },
      ]);
      states.set(found.state, (states.get(found.state) ?? 0) + 1);
      if (found.state === 'earlier')
        assert.deepEqual([found.version, found.start, found.end], [0, start, end]);
      if (found.state !== 'here') return;
      assert.equal(today.slice(found.start, found.end), words.slice(start, end));
      // With the neighbourhood, for a unit deleted beside an equal one leaves no trace of which it was.
      const near = after.slice(Math.max(0, found.start - 12), found.end + 12);
      const shift = start - Math.min(12, found.start);
      const kept = near.filter((unit, at) => unit.from === shift + at);
      assert.ok(kept.length * 2 >= end - start, `${words.slice(start, end)} | ${today}`);
      assert.ok(kept.length > 0, `${words.slice(start, end)} | ${today}`);
    }),
    { numRuns: 3000 },
  );
  assert.ok(
    (states.get('here') ?? 0) > 500 && (states.get('earlier') ?? 0) > 300,
    JSON.stringify([...states]),
  );
});

test('a look-alike is not taken for words that are gone, and twice is not once', () => {
  const formula = '我们已多次阐明立场，没有更多信息可以提供。';
  const old = `渡轮何时恢复？\n预计周四恢复。${formula}\n图书馆何时开放？\n九月开放。${formula}`;
  const at = old.indexOf(formula);
  const it = quote(old, at, at + formula.length, 'a'.repeat(64));
  assert.ok(it);
  const without = old.replace(`预计周四恢复。${formula}`, '预计周五恢复。');
  const versions = (today: string) => [
    { digest: 'a'.repeat(64), text: old },
    { digest: 'b'.repeat(64), text: today },
  ];
  assert.equal(resolve(it, versions(without)).state, 'earlier');
  assert.equal(resolve(it, versions(old + old)).state, 'ambiguous');
  const unknown = { ...it, version: 'c'.repeat(12) };
  assert.equal(resolve(unknown, [{ digest: 'b'.repeat(64), text: without }]).state, 'ambiguous');
  assert.equal(resolve(unknown, [{ digest: 'b'.repeat(64), text: '别的文字。' }]).state, 'lost');
});

test('a long quotation is named by both ends and a digest of the whole', () => {
  const old = texts.join('\n');
  const it = quote(old, 10, 900, 'a'.repeat(64));
  assert.equal(it?.end?.length, 890);
  assert.ok(it);
  assert.ok(fragmentOf(it).length < 2500, `${fragmentOf(it).length}`);
  const today = `${old.slice(0, 400)}x${old.slice(401)}`;
  assert.equal(
    resolve(it, [
      { digest: 'a'.repeat(64), text: old },
      { digest: 'b'.repeat(64), text: today },
    ]).state,
    'earlier',
  );
});

test('a fragment that is none of ours, or damaged, is no quotation', () => {
  for (const fragment of [
    '',
    '#b',
    '#q5',
    '#quote=&version=',
    '#quote=%E4%BD&version=a',
    '#quote=x',
  ]) {
    assert.equal(quoteOf(fragment), null, fragment);
  }
});
