import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { wholeFold } from '../../src/search/fold-table.ts';
import { markedSpans } from '../../src/search/mark.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { readSeparators, separator, writeSeparators } from '../../src/search/separators.ts';

const fold = wholeFold();
const read = (typed: string) => parseQuery(typed, fold);
const phrase = (words: string, side = 'both', prefix = false) => ({
  type: 'phrase',
  words,
  side,
  prefix,
});

describe('folding', () => {
  const folded: [text: string, expected: string][] = [
    ['臺灣問題', '台湾问题'],
    ['ＢＮＯ　Ｇ２０', 'bno g20'],
    ['“F‑35”', '"f-35"'],
    ['don’t', "don't"],
    ['so\u00adft\u200b', 'soft'],
    ['㎏ ﬁ', 'kg fi'],
    ['\ud800', '\ufffd'],
  ];
  for (const [text, expected] of folded) {
    it(`makes ${JSON.stringify(text)} ${expected}`, () => assert.equal(fold.text(text), expected));
  }

  it('looks at no neighbour, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        assert.equal(fold.text(a) + fold.text(b), fold.text(a + b));
        assert.equal(fold.mapped(a).text, fold.text(a));
      }),
    );
    const everyHan = Array.from({ length: 0x9fff - 0x3400 }, (_, i) =>
      String.fromCodePoint(0x3400 + i),
    ).join('');
    assert.equal(fold.text(fold.text(everyHan)), fold.text(everyHan));
  });

  it('marks hits in the stored text, whose offsets folding has moved', () => {
    const text = '㎏ﬁ：臺灣\u200b問題，Ｆ-35。';
    const marked = (words: string) =>
      markedSpans(
        text,
        'answer',
        [{ type: 'phrase', words, side: 'both', prefix: false }],
        fold,
      ).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(marked('台湾问题'), ['臺灣\u200b問題']);
    assert.deepEqual(marked('f-35'), ['Ｆ-35']);
    assert.deepEqual(marked('kgfi'), ['㎏ﬁ']);
    assert.deepEqual(marked('3'), []);
  });
});

describe('a query', () => {
  const understood: [typed: string, expected: object][] = [
    ['潮汐闸', phrase('潮汐闸')],
    ['“prime  Minister”', phrase('prime minister')],
    ['ｑ：渡輪', phrase('渡轮', 'question')],
    ['答:照常', phrase('照常', 'answer')],
    ['harb*', phrase('harb', 'both', true)],
    ['潮汐*', phrase('潮汐')],
    ['潮 汐', { type: 'all', of: [phrase('潮'), phrase('汐')] }],
    [
      '潮 OR 汐 闸',
      { type: 'all', of: [{ type: 'any', of: [phrase('潮'), phrase('汐')] }, phrase('闸')] },
    ],
    ['-F-35', { type: 'not', of: phrase('f-35') }],
    ['潮 NEAR/5 汐', { type: 'near', first: phrase('潮'), second: phrase('汐'), within: 5 }],
    ['outlet:"潮汐社"', { type: 'label', label: 'outlet', value: '潮汐社' }],
    ['date:2031-01..2031-03', { type: 'dates', from: '2031-01', to: '2031-03' }],
    ['date:2031', { type: 'dates', from: '2031', to: '2031' }],
  ];
  for (const [typed, expected] of understood) {
    it(`understands ${typed}`, () =>
      assert.deepEqual(read(typed), { query: expected, notices: [] }));
  }

  const told: [typed: string, keys: string[]][] = [
    ['？！…', ['only-symbols']],
    ['q:', ['empty-label']],
    ['outlet: 潮汐', ['empty-label']],
    ['"潮汐', ['unbalanced']],
    ['潮 OR', ['no-operand']],
    ['NEAR 潮', ['no-operand']],
    ['outlet:x NEAR 潮', ['no-operand']],
    ['speeker:岑', ['unknown-label']],
    ['constructor:岑', ['unknown-label']],
    ['date:14.3.2031', ['bad-date']],
    ['date:2031..2030', ['bad-date']],
    ['(潮 OR 汐)', ['parentheses', 'parentheses']],
    ['h*rbour', ['star']],
    ['h*', ['short-prefix']],
    ['\ud800', ['broken-character', 'only-symbols']],
    ['长'.repeat(10_000), ['too-long']],
    ['潮 '.repeat(40), ['too-many']],
  ];
  for (const [typed, keys] of told) {
    it(`tells about ${JSON.stringify(typed.slice(0, 20))}`, () =>
      assert.deepEqual(
        read(typed).notices.map(({ key }) => key),
        keys,
      ));
  }

  it('is understood, or told about, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { query, notices } = read(typed);
        assert.ok(
          query.type !== 'all' ||
            query.of.length > 0 ||
            notices.length > 0 ||
            typed.trim() === '' ||
            /^[\s\-－−*＊|AND]*$/u.test(typed),
        );
      }),
    );
  });
});

describe('separators of chunks', () => {
  it('lie between their terms and read back as written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
        (terms) => {
          const sorted = terms.sort();
          const made = sorted.map((term, i) => separator(sorted[i - 1] ?? '', term));
          for (const [i, own] of made.entries()) {
            assert.ok(own <= (sorted[i] ?? '') && own > (sorted[i - 1] ?? ''));
          }
          assert.deepEqual(readSeparators(writeSeparators(made)), made);
        },
      ),
    );
  });
});
