import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dangerOf } from '../../src/model/pattern/danger.ts';
import { profile } from '../../src/model/profile.ts';
import { dialects } from '../../src/parse/dialects/index.ts';
import { contentFolder, good } from '../archive/content.ts';
import { lectern } from '../commands/lectern.ts';

const dangerous = [
  ...['(a+)+$', '(a|a)*b', '(?:\\w+\\s?)*$', '(.*)*x', '(?:中+)+国', '(a*)*b', '(?:a|ab|b)*c'],
  ...['(\\w|\\d)+$', '(a{1,50}){1,50}b', '(x+x+)+y', '(?=(a+)+$)a', '(?:a?){30}a{30}'],
  ...['^(([a-z])+.)+[A-Z]([a-z])+$', 'a.*b.*c', '.*.*.*=.*', '\\s*\\s*\\s*x', '(?<n>[^x]+)*x'],
];
const harmless = [
  ...[
    '(?:[^,]+,)*',
    '\\d+年\\d+月\\d+日',
    'a.*b',
    '\\s+$',
    '^(?:问|答)[：:]',
    '(?<!非)洲\\p{L}{2,10}',
  ],
  ...['taiwan[^.]{0,40}strait[^.]{0,40}transit', '[\\]\\[^]+', '\\u{4e2d}+\\/', '(?:ab)+c|d{3}'],
];

test('a pattern that some text would hang on is refused, and no other', () => {
  assert.deepEqual(
    dangerous.filter((one) => dangerOf(one) === null),
    [],
  );
  assert.deepEqual(
    harmless.filter((one) => dangerOf(one) !== null),
    [],
  );
  for (const [name, one] of Object.entries(dialects))
    assert.deepEqual(profile.safeParse(one).error?.issues ?? [], [], name);
});

test('check names the file and line of such a pattern and comes to its end', async () => {
  const content = await contentFolder({
    ...good,
    'topics/slow.md':
      "---\nid: slow\nnames: { zh-Hans: 慢, en: Slow }\nphrases:\n  en:\n    - { pattern: '(?:[a-z]+\\s?)+#' }\n---\n慢。\n\n***\n\nSlow.\n",
  });
  const { code, err } = await lectern('check', '--content', content);
  assert.equal(code, 1, err);
  assert.match(err, /slow\.md:6:\d+ .*Expected a pattern that is quick on any text/);
});
