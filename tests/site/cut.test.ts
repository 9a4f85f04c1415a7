import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cut } from '../../src/site/cut.ts';

test('a short text is not cut', () => {
  assert.equal(cut('潮汐闸何时开启？', 16), '潮汐闸何时开启？');
});

test('a text is cut where a sentence ends, if one ends late enough', () => {
  assert.equal(cut('灯塔今年开放吗？请说明具体日期和时间。', 24), '灯塔今年开放吗？…');
});

test('else where a clause ends, without its comma', () => {
  assert.equal(cut('有消息说港口费将于下季上调，能否证实此事', 32), '有消息说港口费将于下季上调…');
});

test('Latin words are not cut, nor is a number', () => {
  assert.equal(cut('The dues rose to 3.14 crowns a ton', 22), 'The dues rose to 3.14…');
});

test('what is left is a beginning of the text and fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 60 }), (text, width) => {
      const short = cut(text, width);
      if (short === text) return;
      assert.ok(short.endsWith('…'));
      assert.ok(text.startsWith(short.slice(0, -1)));
      assert.ok([...short].length <= width + 1);
    }),
  );
});
