import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffSentences, diffWords } from '../../src/ledger/diff.ts';
import { cutSentences } from '../../src/ledger/sentences.ts';
import type { Run, SentenceChange } from '../../src/model/change.ts';

const only = (side: 'before' | 'after', runs: Run[]): string =>
  runs
    .filter((run) => run.in === side || run.in === 'both')
    .map(({ text }) => text)
    .join('');

/** The answer of one turn in one paragraph. */
const said = (text: string) =>
  cutSentences(text).map((it) => ({ role: 'answer' as const, turn: 0, paragraph: 0, text: it }));

const diffTexts = (before: string, after: string) => diffSentences(said(before), said(after));

const short = (changes: SentenceChange[]) =>
  changes.map(({ in: side, edited, runs }) =>
    edited
      ? runs
          .map(
            (run) => ({ both: run.text, before: `-${run.text}-`, after: `+${run.text}+` })[run.in],
          )
          .join('')
      : `${{ both: '=', before: '-', after: '+' }[side]} ${runs[0]?.text.trim()}`,
  );

test('Chinese is compared by characters inside sentences', () => {
  const before = '渡轮停航三天。预计周四恢复全部班次。居民可以改乘巴士。';
  const after = '渡轮停航三天。预计周五下午恢复部分班次。岛上医院照常开放。';
  assert.deepEqual(short(diffTexts(before, after)), [
    '= 渡轮停航三天。',
    '预计周-四-+五下午+恢复-全部-+部分+班次。',
    '- 居民可以改乘巴士。',
    '+ 岛上医院照常开放。',
  ]);
});

test('English is compared by words; 1.5 ends no sentence', () => {
  const before = 'The ferry stops for 1.5 days. Nobody was hurt. We will see.';
  const after = 'The ferry stopped for 1.5 days. We will see. Thank you.';
  assert.deepEqual(short(diffTexts(before, after)), [
    'The ferry -stops-+stopped+ for 1.5 days. ',
    '- Nobody was hurt.',
    '= We will see.',
    '+ Thank you.',
  ]);
});

test('a letter that happens to stay between two changes is no island', () => {
  assert.deepEqual(diffWords('北京的天气', '东湖的风光'), [
    { in: 'before', text: '北京的天气' },
    { in: 'after', text: '东湖的风光' },
  ]);
});

test('the runs are the two texts; between sentences white space does not count', () => {
  const unit = fc.constantFrom('渡', '轮', '。', '，', '”', 'a', 'b', ' ', '.', '\n', '𠮷', '1');
  const text = fc.string({ unit });
  const tight = (it: string) => it.replace(/\s/g, '');
  fc.assert(
    fc.property(text, text, (before, after) => {
      const words = diffWords(before, after);
      assert.deepEqual([only('before', words), only('after', words)], [before, after]);
      const sentences = diffTexts(before, after).flatMap(({ runs }) => runs);
      assert.equal(tight(only('before', sentences)), tight(before));
      assert.equal(tight(only('after', sentences)), tight(after));
    }),
    { numRuns: 500 },
  );
});
