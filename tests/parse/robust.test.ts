import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { source } from '../../src/model/source.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import type { ParseContext } from '../../src/parse/page.ts';
import { profileOf } from '../../src/parse/profile-of.ts';

const url = 'https://www.mfa.gov.cn/web/fyrbt_67/203105/t20310506_1.shtml';
const title = '2031年5月6日外交部发言人林远主持例行记者会';
const zh = contextOf('mfa-zh');

function contextOf(id: string): ParseContext {
  const path = fileURLToPath(new URL(`../../content/sources/${id}.yaml`, import.meta.url));
  const declared = source.parse(parseYaml(readFileSync(path, 'utf8')));
  return { source: declared, profile: profileOf(declared), outlets: outletIndex([]) };
}

const read = (body: string) =>
  parse(
    {
      url,
      mediaType: 'text/html',
      text: `<h1>${title}</h1><div id="News_Body_Txt_A">${body}</div>`,
    },
    zh,
  );

/** CPU seconds of one reading; the best of three, since other programs share the machine. */
function seconds(body: string): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    read(body);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}

test('a page of 100,000 nested elements stops with a clear error at the first that is too deep', () => {
  const { draft, reason, file } = read(`${'<div>'.repeat(100_000)}林远：好。`);
  assert.equal(draft, null);
  assert.match(reason ?? '', /^Expected at most 1000 elements around each other/);
  const [message] = file.messages.slice(-1);
  assert.deepEqual([message?.ruleId, message?.line, message?.column], ['too-deep', 1, 5050]);
});

const exchange =
  '<p><b>北港日报记者：这是一个编造的问题？</b></p><p>林远：这是一个编造的回答。</p>';

test('eight times the exchanges cost no more than sixteen times the CPU', () => {
  const [small, large] = [seconds(exchange.repeat(500)), seconds(exchange.repeat(4000))];
  assert.ok(large < 16 * small, `Expected linear time, got ${large / small} times for 8`);
});

test('more turns than any conference has stop with a clear error, in blocks or in one paragraph', () => {
  const pages: [string, number][] = [
    [exchange.repeat(60_000), 255_066],
    [`${exchange}<p>林远：${'甲说：乙。'.repeat(200_000)}</p>`, 114],
    [`${exchange}<p>${'<b>北港日报记者：问？</b>林远：答。'.repeat(30_000)}</p>`, 117],
  ];
  for (const [body, column] of pages) {
    const start = process.cpuUsage();
    const { draft, reason, file } = read(body);
    const { user, system } = process.cpuUsage(start);
    assert.equal(draft, null);
    assert.match(reason ?? '', /^Expected at most 10000 places where a turn may begin/);
    const [message] = file.messages.slice(-1);
    assert.deepEqual([message?.ruleId, message?.column], ['too-long', column]);
    assert.ok((user + system) / 1e6 < 3, `Expected about a second, got ${(user + system) / 1e6}`);
  }
});

test('eight times the names in a row, or links in a paragraph, cost no more than sixteen times the CPU', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, at) => `<p>某${String.fromCharCode(0x4e00 + at)}：说。</p>`);
  const links = (count: number) => `<p>林远：${'<a href="/x">甲</a> '.repeat(count)}</p>`;
  for (const make of [(count: number) => names(count).join(''), links]) {
    const [small, large] = [1000, 8000].map((count) => seconds(`${exchange}${make(count)}`));
    assert.ok((large ?? 0) < 16 * (small ?? 0) + 0.05, `Got ${large} s against ${small} s`);
  }
});

const sentences = [
  '这是一个编造的句子，没有标签。',
  '有人说：这不是标签。',
  'A made-up sentence says: nothing. ',
  '“一个引号，没有结束。',
  'Q  MR. LARK: ',
  '【甲】乙（丙）。',
];

test('four times as long a paragraph costs no more than eight times the CPU', () => {
  for (const sentence of sentences) {
    const [small, large] = [10_000, 40_000].map((length) =>
      seconds(
        `<p><b>北港日报记者：问？</b></p><p>林远：${sentence.repeat(length / sentence.length)}</p>`,
      ),
    );
    assert.ok((large ?? 0) < 8 * (small ?? 0) + 0.05, `${sentence} ${large} s against ${small} s`);
  }
});
