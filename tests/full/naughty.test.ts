import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import type { Heading, Link, Yaml } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import robotsParser from 'robots-parser';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { recordPath } from '../../src/model/paths.ts';
import { built } from '../site/built.ts';
import { fixtureArchive } from '../site/fixture-archive.ts';
import { againstGrammars } from '../site/grammars.ts';
import { answers, asks, exchange, record } from '../site/making.ts';

const list = path.resolve(import.meta.dirname, '../../../shared/testdata/naughty/blns.json');
assert.ok(existsSync(list), `Cannot test without ${list}`);
const strings: string[] = JSON.parse(readFileSync(list, 'utf8'));
const naughty = [
  // A page always has a title; an empty one is refused where it is read.
  ...strings.filter((it) => it !== ''),
  'a\u0000b\u001bc\ud800d\udc00',
  ']]>',
  '长'.repeat(5000),
  'constructor',
  '__proto__',
];

const idOf = (index: number): string =>
  `cal-en/${new Date(Date.UTC(2031, 5, 1 + index)).toISOString().slice(0, 10)}`;
/** Four strings a transcript: its title, who speaks, who asks, and what is said. */
const made = naughty.flatMap((title, index) => {
  if (index % 4 !== 0) return [];
  const [speaker = title, label = title, words = title] = naughty.slice(index + 1, index + 4);
  const id = idOf(index);
  const said = [asks(label, null, words), answers(speaker, speaker, words)];
  return record({ id, title, spokespersons: [speaker], children: [exchange(`${id}/1`, said)] });
});
const security = { contact: 'mailto:a@caldmere.example', expires: '2032-01-31' };
const archive = fixtureArchive(made);
const site = await built({ ...archive, site: { ...archive.site, security } });
after(() => site.remove());
const text = (name: string) => String(site.files.get(name) ?? assert.fail(`no ${name}`));
const named = (end: string) => [...site.files.keys()].filter((name) => name.endsWith(end));

test('an archive with a name that no format can hold as it is has files that obey their grammars', async () => {
  const worst = `]]>"'<b>&\u0000\ud800 ${'长'.repeat(2000)}`;
  const names = { 'zh-Hans': worst, en: worst };
  const small = fixtureArchive(made.slice(0, 1));
  const named = await built({
    ...small,
    site: { ...small.site, title: names, description: names },
    institutions: new Map([['cal-press', { id: 'cal-press', names, place: 'CM' }]]),
    transcripts: small.transcripts.slice(0, 2),
  });
  assert.deepEqual((await againstGrammars(named.files)).faults, []);
  const manifest = JSON.parse(String(named.files.get('site.webmanifest')));
  assert.ok(manifest.name.startsWith(']]>'), manifest.name);
  await named.remove();
});

test('feeds, their list, sitemaps and search description obey their grammars', async () => {
  const { faults, counts } = await againstGrammars(site.files);
  assert.deepEqual(faults, []);
  assert.ok(counts.every((count) => count > 0) && (counts[0] ?? 0) > made.length, `${counts}`);
});

test('Atom and JSON Feed are read back to the same', () => {
  for (const name of named('.atom')) {
    const atom = parseAtomFeed(text(name)).entries ?? [];
    const json = parseJsonFeed(text(name.replace(/atom$/, 'json'))).items ?? [];
    assert.deepEqual(
      json.map(({ id, url }) => [id, url]),
      atom.map(({ id, links }) => [id, links?.[0]?.href]),
      name,
    );
    assert.ok(
      json.every(({ content_html: it }) => it !== undefined && it !== ''),
      name,
    );
  }
});

test('every JSON file of ours and every linked thing is JSON in well-formed Unicode', () => {
  const linked = [...site.pages.values()].flatMap(($) =>
    $('script[type="application/ld+json"]')
      .toArray()
      .map((it) => $(it).text()),
  );
  // The API hands on the words as they are.
  const ours = named('.json').filter((name) => !name.startsWith('api/'));
  const whole = [...ours, 'site.webmanifest'].map(text);
  assert.ok(linked.length > 2 * made.length && whole.length > made.length, 'few');
  for (const json of [...whole, ...linked]) {
    const again = JSON.stringify(JSON.parse(json));
    assert.doesNotMatch(again, /\\u[dD][89a-fA-F]/, 'half a pair');
  }
});

test('BibTeX and RIS are read back to what CSL-JSON says', () => {
  for (const { id } of archive.transcripts) {
    const stored: Cited[] = JSON.parse(text(`${id}/citations.json`));
    const expected = stored.map(({ title, URL, publisher }) => [folded(title), URL, publisher]);
    for (const file of ['citations.bib', 'citations.ris']) {
      const read = plugins.input.chain<Cited>(text(`${id}/${file}`), { generateGraph: false });
      const found = read.map(({ title, URL, publisher }) => [folded(title), URL, publisher]);
      assert.deepEqual(found, expected, `${id} ${file}`);
    }
  }
});

const markdown = unified().use(remarkParse).use(remarkFrontmatter);

test('the Markdown of a transcript has its facts, one title, and a heading for each exchange', () => {
  for (const { id, title, children } of archive.transcripts) {
    const { children: blocks } = markdown.parse(text(`${id}.md`));
    const [facts] = blocks.filter((it): it is Yaml => it.type === 'yaml');
    assert.equal(parse(facts?.value ?? '').title, Buffer.from(title).toString(), id);
    const depths = blocks.flatMap((it) => (it.type === 'heading' ? [it.depth] : []));
    const exchanges = children.filter(({ type }) => type === 'exchange');
    assert.deepEqual(depths, [1, ...exchanges.map((): Heading['depth'] => 2)], id);
    visit(markdown.parse(text(`${id}.md`)), (it) => {
      assert.ok(!['html', 'code', 'link', 'image', 'list'].includes(it.type), `${id} ${it.type}`);
    });
  }
});

test('llms.txt names transcripts by links that lead to their Markdown', () => {
  const links: Link[] = [];
  visit(markdown.parse(text('llms.txt')), (it) => {
    assert.notEqual(it.type, 'html');
    if (it.type === 'link') links.push(it);
  });
  assert.equal(links.length, 101, '100 transcripts and the API');
  for (const link of links) {
    assert.ok(site.files.has(link.url), link.url);
    assert.notEqual(wordsOf(link), '', link.url);
  }
});

test('robots.txt and security.txt are lines that their readers take', () => {
  const base = 'https://archive.caldmere.example/press/';
  const robots = robotsParser(`${base}robots.txt`, text('robots.txt'));
  assert.equal(robots.isAllowed(base + recordPath(idOf(0)).slice(1), 'anybody'), true);
  assert.match(text('robots.txt'), /^Sitemap: https:\S+\/press\/sitemap\.xml$/m);
  const lines = text('.well-known/security.txt').trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) =>
      /^(Contact: mailto:\S+|Expires: \S+Z|Preferred-Languages: zh, en)$/.test(line),
    ),
    [true, true, true],
  );
});

interface Cited {
  title: string;
  URL: string;
  publisher: string;
}

/** The reader takes two spaces, and a no-break one, for one. */
const folded = (title: string): string => title.replace(/\s+/g, ' ');
