import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import { html, trusted } from '../../src/site/html.ts';

test('values are text, in text and in attributes', () => {
  const value = `<script>alert("1")</script> & 'x'`;
  const page = load(html`<p title="${value}">${value}</p>`.text, null, false);
  assert.equal(page('p').text(), value);
  assert.equal(page('p').attr('title'), value);
  assert.equal(page('script').length, 0);
});

test('any string comes back from a parser as it was, but for what no page can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const page = load(html`<p title="${value}">${value}</p>`.text, null, false);
      const expected = value.replace(
        /(?![\t\n\f\r])[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu,
        '\ufffd',
      );
      assert.equal(page('p').attr('title'), expected.replace(/\r\n?/g, '\n'));
      assert.equal(page('p').text(), expected.replace(/\r\n?/g, '\n'));
    }),
  );
});

test('arrays are joined, markup is taken as it is, absent values print nothing', () => {
  const list = [html`<li>1</li>`, html`<li>${'<2>'}</li>`];
  assert.equal(
    html`<ul>${list}${null}${undefined}${false}${0}</ul>${trusted('<hr>')}`.text,
    '<ul><li>1</li><li>&lt;2&gt;</li>0</ul><hr>',
  );
});

test('an attribute without quotes is an error of the template', () => {
  assert.throws(() => html`<p class=${'a b'}></p>`, /Expected double quotes/);
  assert.throws(() => html`<p class='a ${"b' onclick='c"}'></p>`, /Expected double quotes/);
});

test('a lone surrogate and a control character do not reach the file', () => {
  assert.equal(html`${'a\ud800b\u0000c'}`.text, 'a\ufffdb\ufffdc');
});
