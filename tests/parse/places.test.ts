import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { source } from '../../src/model/source.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { profileOf } from '../../src/parse/profile-of.ts';

const file = fileURLToPath(new URL('../../content/sources/mfa-zh.yaml', import.meta.url));
const declared = source.parse(parseYaml(readFileSync(file, 'utf8')));
const context = { source: declared, profile: profileOf(declared), outlets: outletIndex([]) };

/** What is told of a page whose title stands on line 2 and whose body begins on line 4. */
const told = (
  title: string,
  body: string,
  id = 'News_Body_Txt_A',
  url = 'https://www.mfa.gov.cn/1',
) =>
  parse(
    {
      url,
      mediaType: 'text/html',
      text: `<html>\n <h1>${title}</h1>\n\n  <div id="${id}">${body}</div></html>`,
    },
    context,
  ).file.messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`);

const dated = '2031年5月6日外交部发言人林远主持例行记者会';
const exchange = '<p>北港日报记者：编造的问题？</p>\n<p>林远：编造的回答。</p>';

test('a page without a date says where its title stands', () => {
  assert.deepEqual(told('外交部发言人林远主持例行记者会', exchange), ['2:2 no-date']);
});

test('a conference without an exchange says where its body begins', () => {
  assert.deepEqual(told(dated, '<p>编造的一句话。</p>'), ['4:32 no-exchange']);
});

test('a guessed body says where the element stands that was read instead', () => {
  assert.deepEqual(told(dated, exchange.repeat(4), 'elsewhere'), ['4:3 body-guessed']);
});

test('a day without a year, or against the address, says where the day stands', () => {
  const url = 'https://www.mfa.gov.cn/t20310506_1.shtml';
  const title = '5月6日外交部发言人林远主持例行记者会';
  assert.deepEqual(told(title, exchange, 'News_Body_Txt_A', url), ['2:2 year-inferred']);
  const other = dated.replace('6日', '4日');
  assert.deepEqual(told(other, exchange, 'News_Body_Txt_A', url), ['2:2 date-disagrees']);
});

test('a label without a role and destroyed characters say where they stand', () => {
  const body = `${exchange}\n<p>重要的事情：编造。</p>\n<p>\ufffd\ufffd坏了。</p>`;
  assert.deepEqual(told(dated, body), ['6:4 label-rejected', '7:4 damaged-text']);
});
