import assert from 'node:assert/strict';
import { test } from 'node:test';
import CSL from 'citeproc';
import fc from 'fast-check';
import { Citer } from '../../../src/export/citations/citer.ts';
import type { CslItem } from '../../../src/export/citations/csl-item.ts';
import { processor } from '../../../src/export/citations/processor.ts';
import type { UiLanguage } from '../../../src/model/names.ts';
import { styleFiles } from '../../../src/site/citing.ts';
import { items } from './items.ts';

const { styles, locales } = await styleFiles();
const languages: UiLanguage[] = ['zh-Hans', 'en'];
const pairs = styles.flatMap(({ id, csl }) =>
  languages.map((language) => ({
    name: `${id} ${language}`,
    citer: new Citer(csl, locales[language]),
    citeproc: processor(csl, locales[language]),
  })),
);

const wholeStyle = (
  bibliography: string,
) => `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Trial</title><id>trial</id><updated>2031-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout>${bibliography}</layout></bibliography></style>`;

const example = fc.sample(items, { seed: 7, numRuns: 500 });

test('500 random exchanges are cited as citeproc cites them, over all styles and languages', () => {
  assert.deepEqual(
    pairs.map(({ name }) => name).sort(),
    ['apa', 'chicago', 'gb-t-7714', 'mla'].flatMap((id) => [`${id} en`, `${id} zh-Hans`]),
  );
  for (const [index, item] of example.entries()) {
    const pair = pairs[index % pairs.length];
    assert.equal(pair?.citer.cite(item), pair?.citeproc(item), pair?.name);
  }
});

test('citeproc is not asked again for other names joined by a sign, nor for other words in quotation marks', (t) => {
  const [item] = example;
  assert.ok(item, 'Expected an example, got none');
  const [first, second] = [
    { names: ['Ana Quill', '岑若澜'], title: '关于“潮汐闸”的答问' },
    { names: ['Bo Ferrier', '闻海'], title: '就“海堤”答问' },
  ].map(({ names, title }): CslItem => {
    return { ...item, author: names.map((literal) => ({ literal })), title };
  });
  assert.ok(first && second, 'Expected two items, got none');
  for (const { citer } of pairs) citer.cite(first);
  const expected = pairs.map(({ citeproc }) => citeproc(second));
  const asked = t.mock.method(CSL.Engine.prototype, 'makeBibliography');
  const cited = pairs.map(({ citer }) => citer.cite(second));
  assert.deepEqual(cited, expected);
  assert.equal(asked.mock.callCount(), 0);
});

test('a style that changes what stands in it is set by citeproc itself', () => {
  const odd = {
    capitals: '<text variable="title" text-case="title"/>',
    ordinals: '<date variable="issued"><date-part name="day" form="ordinal"/></date>',
    'short years': '<date variable="issued"><date-part name="year" form="short"/></date>',
    'short months':
      '<date variable="issued"><date-part name="month" form="short" strip-periods="true"/></date>',
    uppercase:
      '<names variable="author"><name><name-part name="family" text-case="uppercase"/></name></names>',
    notes: '<text variable="title"/><text variable="note"/>',
    askers: '<text variable="title"/><names variable="interviewer"/>',
    digits: '<text value="no. 37 "/><text variable="title"/>',
  };
  for (const [what, layout] of Object.entries(odd)) {
    const csl = wholeStyle(layout);
    const [citer, citeproc] = [new Citer(csl, locales.en), processor(csl, locales.en)];
    for (const item of example.slice(0, 40)) assert.equal(citer.cite(item), citeproc(item), what);
  }
});

test('nothing that needs a style attribute is in a citation', () => {
  const csl = wholeStyle('<text variable="title" font-variant="small-caps" font-weight="bold"/>');
  const [item] = example;
  assert.ok(item, 'no item');
  const cited = processor(csl, locales.en)(item);
  assert.match(cited, /^<b>/);
  assert.doesNotMatch(cited, /style=|<span|<div/);
});

test('a title that every object has as a name is a title', () => {
  const [item] = example;
  assert.ok(item, 'no item');
  for (const title of ['constructor', '__proto__', 'toString']) {
    for (const { citer, name } of pairs)
      assert.match(citer.cite({ ...item, title }), new RegExp(title), name);
  }
});

test('a speaker whom every object has as a name is a speaker, also in a style that tells speakers apart', () => {
  const [item] = example;
  assert.ok(item, 'no item');
  const names = '<names variable="author"/>';
  const csl = wholeStyle(names).replace(
    '<citation><layout><text variable="title"/>',
    `<citation disambiguate-add-names="true" disambiguate-add-year-suffix="true"><layout>${names}`,
  );
  const cite = processor(csl, locales.en);
  for (const literal of ['constructor', '__proto__', 'constructor', 'toString', 'Ana Quill'])
    assert.equal(cite({ ...item, author: [{ literal }] }), literal);
});

test('raised letters and angle brackets of a title are kept as they are', () => {
  const [item] = example;
  assert.ok(item, 'no item');
  for (const { citer, citeproc, name } of pairs) {
    const titled: CslItem = { ...item, title: '30 m², <i>ª</i> and ™' };
    assert.match(citer.cite(titled), /30 m², &#60;i&#62;ª&#60;\/i&#62; and ™/, name);
    assert.equal(citer.cite(titled), citeproc(titled), name);
  }
});

test('what is no style is refused', () => {
  assert.throws(() => new Citer('<style>', locales.en));
});
