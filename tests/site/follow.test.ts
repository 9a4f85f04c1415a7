import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseOpml } from 'feedsmith';
import robotsParser from 'robots-parser';
import { expiryProblem } from '../../src/site/expiry.ts';
import { hostile } from '../export/hostile.ts';
import { built } from './built.ts';
import { fixtureArchive } from './fixture-archive.ts';
import { againstGrammars } from './grammars.ts';
import { answers, asks, exchange, record } from './making.ts';

const bad = [
  ...hostile,
  'a\u0000b\u001bc\ud800d',
  '长'.repeat(5000),
  '</script><script>x',
  'constructor',
];
const archive = fixtureArchive(
  bad.map((it, index) => {
    const id = `cal-en/2031-${String((index % 12) + 1).padStart(2, '0')}-${String(Math.floor(index / 12) + 21)}`;
    return record({
      id,
      title: it,
      spokespersons: ['constructor'],
      children: [
        exchange(`${id}/1`, [asks(it, 'tidewire', it), answers('constructor', 'constructor', it)]),
      ],
    });
  }),
);
const site = await built({
  ...archive,
  site: {
    ...archive.site,
    security: { contact: 'mailto:a@caldmere.example', expires: '2032-01-31' },
  },
});
after(() => site.remove());
const text = (name: string) => String(site.files.get(name) ?? assert.fail(`no ${name}`));
const base = 'https://archive.caldmere.example/press/';
const fileAt = (address: string) => {
  const path = decodeURIComponent(address.replace(base, ''));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

const atoms = [...site.files.keys()].filter((name) => name.endsWith('.atom'));

test('site, changes, sources, topics, outlets and speakers have feeds that obey the rules of Atom', () => {
  for (const name of [
    'site',
    'changed',
    'sources/cal-zh',
    'topics/tidal-barrier',
    'outlets/tidewire',
    'speakers/constructor',
  ]) {
    assert.ok(atoms.includes(`feeds/${name}.atom`), name);
  }
  for (const name of atoms) {
    const feed = parseAtomFeed(text(name));
    assert.match(
      feed.id ?? '',
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const entries = feed.entries ?? [];
    assert.ok(entries.length > 0 && entries.length <= 50, name);
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, name);
    assert.equal(feed.links?.find(({ rel }) => rel === 'self')?.href, base + encodeURI(name), name);
    const instants = [feed, ...entries].map(({ updated }) => updated ?? '');
    for (const it of instants)
      assert.match(it, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, name);
    assert.equal(instants[0], instants.slice(1).sort().at(-1), name);
    for (const { title, authors, content, links } of entries) {
      assert.ok(title && authors?.[0]?.name && content?.value, name);
      const page = links?.[0]?.href ?? '';
      assert.ok(site.files.has(fileAt(page)), page);
    }
  }
});

test('feeds, their list, sitemaps and search description obey their grammars', async () => {
  const { faults, counts } = await againstGrammars(site.files);
  assert.deepEqual(faults, []);
  assert.deepEqual(counts, [atoms.length, 1, 2, 1]);
});

test('each Atom feed has its twin in JSON, and all are in one list', () => {
  for (const name of atoms) {
    const feed = parseJsonFeed(text(name.replace('.atom', '.json')));
    const ids = parseAtomFeed(text(name)).entries?.map(({ id }) => id);
    assert.deepEqual(
      feed.items?.map(({ id }) => id),
      ids,
      name,
    );
    assert.ok(
      feed.items?.every(({ content_html }) => content_html),
      name,
    );
  }
  const listed = parseOpml(text('feeds/all.opml')).body?.outlines?.map(({ xmlUrl }) =>
    fileAt(xmlUrl ?? ''),
  );
  assert.deepEqual(listed?.toSorted(), atoms.toSorted());
});

test('a page leads to its feed, and every page to search and manifest', () => {
  for (const [page, feed] of [
    ['index.html', 'feeds/site.atom'],
    ['topics/tidal-barrier/index.html', '../../feeds/topics/tidal-barrier.atom'],
    ['sources/cal-zh/index.html', '../../feeds/sources/cal-zh.atom'],
    ['outlets/tidewire/index.html', '../../feeds/outlets/tidewire.atom'],
    ['speakers/constructor/index.html', '../../feeds/speakers/constructor.atom'],
    ['changed/index.html', '../feeds/changed.atom'],
  ] as const) {
    for (const place of ['head link', 'main header a, main > .sheet > .row a']) {
      const $ = site.pages.get(page) ?? assert.fail(`no ${page}`);
      const found = $(place).filter('[type="application/atom+xml"]');
      const hrefs = found.toArray().map(({ attribs }) => attribs.href?.replace(/^\.\//, ''));
      assert.deepEqual(hrefs, [feed], `${page}: ${place}`);
    }
  }
  for (const [name, $] of site.pages) {
    assert.equal($('link[rel=manifest]').length, 1, name);
    assert.equal($('link[rel=search]').length, 1, name);
  }
});

test('an archive that holds nothing yet leads to no feed, one with no address to nothing whole', async () => {
  const { site: facts } = archive;
  for (const it of [
    { ...archive, transcripts: [], placements: new Map(), versions: new Map(), ledger: [] },
    { ...archive, transcripts: archive.transcripts.slice(0, 3), site: { ...facts, url: null } },
  ]) {
    const bare = await built(it);
    const names = [...bare.files.keys()];
    assert.deepEqual(
      names.filter((name) => name.startsWith('feeds/')),
      [],
    );
    assert.equal(names.includes('sitemap.xml'), it.site.url !== null);
    for (const [name, $] of bare.pages) assert.equal($('[href*="feeds/"]').length, 0, name);
    await bare.remove();
  }
});

test('the sitemap names each listed page once, with the day its words were first seen', () => {
  const index = text('sitemap.xml');
  const maps = [...index.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, it = '']) => fileAt(it));
  assert.deepEqual(maps, ['sitemaps/1.xml']);
  const pages = [
    ...text('sitemaps/1.xml').matchAll(
      /<url><loc>(.*?)<\/loc>(<lastmod>[\dTZ:.-]+<\/lastmod>)?<\/url>/g,
    ),
  ];
  assert.equal(pages.length, text('sitemaps/1.xml').split('<url>').length - 1);
  const paths = pages.map(([, it = '']) => fileAt(it));
  assert.equal(new Set(paths).size, paths.length);
  for (const it of paths) assert.ok(site.files.has(it), it);
  for (const it of paths) assert.equal(site.pages.get(it)?.('meta[name=robots]').length, 0, it);
  assert.ok(
    pages.some(([, , last]) => last),
    'no lastmod',
  );
});

test('robots.txt, security.txt, search description, manifest and llms.txt say what is so', () => {
  const robots = robotsParser(`${base}robots.txt`, text('robots.txt'));
  assert.equal(robots.isAllowed(`${base}topics/`, 'anybody'), true);
  assert.match(
    text('robots.txt'),
    /^Sitemap: https:\/\/archive\.caldmere\.example\/press\/sitemap\.xml$/m,
  );
  for (const line of text('.well-known/security.txt').trim().split('\n')) {
    assert.match(
      line,
      /^(?:Contact: mailto:\S+|Expires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|Preferred-Languages: [a-z, ]+)$/,
    );
  }
  assert.match(
    text('opensearch.xml'),
    /template="https:\/\/archive\.caldmere\.example\/press\/search\/\?q=\{searchTerms\}"/,
  );
  const { icons } = JSON.parse(text('site.webmanifest'));
  assert.ok(site.files.has(icons[0].src), 'no icon');
  const links = [...text('llms.txt').matchAll(/^- \[.*\]\((\S+)\): /gm)].map(([, it = '']) => it);
  assert.ok(links.length > 5, 'no links');
  for (const it of links) assert.ok(site.files.has(it), it);
});

test('linked data can be read on every page, and no script ends early', () => {
  for (const [name, $] of site.pages) {
    for (const script of $('script[type="application/ld+json"]').toArray()) {
      assert.equal(JSON.parse($(script).text())['@context'], 'https://schema.org', name);
    }
    assert.equal($('script:not([src]):not([type="application/ld+json"])').length, 0, name);
  }
  const article = JSON.parse(
    site.pages.get('cal-zh/2031-03-14/index.html')?.('script[type="application/ld+json"]').text() ??
      '',
  );
  assert.equal(article['@type'], 'Article');
  assert.equal(article.recordedAt['@type'], 'Event');
  assert.equal(article.hasPart[1]['@type'], 'Question');
  assert.equal(article.hasPart[1].author.name, 'Tidewire');
  assert.equal(article.hasPart[1].acceptedAnswer.author.name, 'Cen Ruolan');
});

test("Zotero's rules make of an exchange a web page with title, speaker, day and address", () => {
  const $ = site.pages.get('cal-zh/2031-03-14/2/index.html') ?? assert.fail('no page');
  const facts = new Map<string, string[]>();
  // Prefixes are declared by links; a property is what follows the first of `.`, `:` and `_`.
  const spaces = new Map(
    $('link[rel^="schema."]')
      .toArray()
      .map((it) => [(it.attribs.rel ?? '').slice(7).toLowerCase(), it.attribs.href ?? '']),
  );
  spaces.set('og', 'http://ogp.me/ns#');
  for (const { attribs } of $('head meta[content]').toArray()) {
    const [, prefix = '', property = ''] =
      /^([^.:_]*)[.:_](.*)$/.exec(attribs.name ?? attribs.property ?? '') ?? [];
    const space = spaces.get(prefix.toLowerCase()) ?? `${prefix}_`;
    const key = space + property.slice(0, 1).toLowerCase() + property.slice(1);
    facts.set(key, [...(facts.get(key) ?? []), attribs.content ?? '']);
  }
  const first = (key: string) => facts.get(key)?.[0];
  // z:itemType goes before og:type and dc:type; citation_title alone would make a journal article.
  assert.equal(first('http://www.zotero.org/namespaces/export#itemType'), 'webpage');
  // Highwire's values replace those of Dublin Core.
  const title = first('citation_title') ?? first('http://purl.org/dc/elements/1.1/title');
  assert.match(title ?? '', /^Answer to Tidewire, exchange 2: /);
  assert.deepEqual(facts.get('citation_author'), ['Cen Ruolan']);
  assert.equal(first('citation_publication_date'), '2031/03/14');
  assert.equal(first('citation_publisher'), 'Press Office of Caldmere');
  assert.equal(first('citation_public_url'), `${base}cal-zh/2031-03-14/2/`);
  // dc:source would be taken for the name of the site.
  assert.equal(first('http://purl.org/dc/elements/1.1/source'), undefined);
  assert.equal(first('http://ogp.me/ns#site_name'), 'Briefings of Caldmere');
});

test('a security.txt that soon ends is reported, one that has ended stops the build', () => {
  const security = { contact: 'mailto:a@caldmere.example', expires: '2031-02-01' };
  assert.equal(expiryProblem({ security }, new Date('2030-12-01')), null);
  assert.match(
    expiryProblem({ security }, new Date('2031-01-15'))?.reason ?? '',
    /at least 30 days ahead, got `2031-02-01`/,
  );
  assert.throws(() => expiryProblem({ security }, new Date('2031-02-03')), /a day to come/);
});
