import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CheerioAPI } from 'cheerio';
import { recordPath } from '../../src/model/paths.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { type BuiltSite, built } from './built.ts';
import { fixtureArchive } from './fixture-archive.ts';
import { answers, asks, exchange, record } from './making.ts';
import { wordsInOrder } from './said.ts';

const payload = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}\${7*7}<%=7%>&lt;'`;

const hostile: Transcript = record({
  id: 'cal-en/2031-03-20',
  title: `Title ${payload}`,
  publisher: payload,
  children: [
    exchange('cal-en/2031-03-20/1', [
      asks(`Label ${payload}`, null, `Question ${payload}`),
      answers(payload, payload, `Answer ${payload}`, {
        type: 'paragraph',
        value: 'Press here',
        spans: [{ kind: 'link', start: 0, end: 5, url: 'https://x.example/"><script>alert(3)' }],
      }),
    ]),
  ],
});

const archive = fixtureArchive([hostile]);
let site: BuiltSite;
before(async () => {
  site = await built(archive);
});
after(() => site.remove());

const page = (path: string): CheerioAPI => {
  const found = site.pages.get(`${path.slice(1)}index.html`);
  assert.ok(found, `Expected the page ${path}`);
  return found;
};

test('the same archive gives the same bytes', async () => {
  const again = await built(archive);
  try {
    assert.deepEqual([...again.files.keys()], [...site.files.keys()]);
    for (const [name, bytes] of again.files) {
      assert.ok(site.files.get(name)?.equals(bytes), `Expected the same bytes in ${name}`);
    }
  } finally {
    await again.remove();
  }
});

test('every transcript and every exchange has its page, and every view', () => {
  for (const transcript of archive.transcripts) {
    page(recordPath(transcript.id));
    for (const child of transcript.children) {
      if (child.type === 'exchange') page(recordPath(child.id));
    }
  }
  for (const path of [
    '/',
    '/topics/',
    '/topics/cod/',
    '/outlets/tidewire/',
    '/speakers/cen-ruolan/',
    '/years/2029/',
    '/calendar/',
    '/sources/cal-zh/',
    '/about/',
    '/search/',
  ]) {
    page(path);
  }
  assert.ok(site.pages.has('404.html'));
});

test('every link inside the site leads to a page, and every fragment to one element of it', () => {
  let links = 0;
  for (const [name, $] of site.pages) {
    // 404 is served at any depth: its links begin at the path of the site's address.
    const base =
      name === '404.html' ? 'http://site/press/404.html' : `http://site/press/${encodeURI(name)}`;
    for (const element of $('a[href],link[href],script[src],form[action]')) {
      const target = element.attribs.href ?? element.attribs.src ?? element.attribs.action ?? '';
      const url = new URL(target, base);
      if (url.host !== 'site') continue;
      links += 1;
      const file = decodeURIComponent(url.pathname)
        .replace(/^\/press\//, '')
        .replace(/(^|\/)$/, '$1index.html');
      assert.ok(site.files.has(file), `${name}: ${target}`);
      if (url.hash.length > 1) {
        const id = decodeURIComponent(url.hash.slice(1));
        const found = site.pages
          .get(file)?.('[id]')
          .filter((_, it) => it.attribs.id === id).length;
        assert.equal(found, 1, `${name}: ${target}`);
      }
    }
  }
  assert.ok(links > 5000, String(links));
});

test('ids are unique on every page, and references to them resolve', () => {
  for (const [name, $] of site.pages) {
    const ids = $('[id]')
      .toArray()
      .map((it) => it.attribs.id ?? '');
    assert.equal(new Set(ids).size, ids.length, name);
    for (const it of $('[aria-labelledby]')) {
      assert.ok(ids.includes(it.attribs['aria-labelledby'] ?? ''), name);
    }
  }
});

test('a transcript page says every word of its transcript, in order, and no other', () => {
  for (const transcript of archive.transcripts) {
    const $ = page(recordPath(transcript.id));
    $('.pin,.outlet').remove();
    const said = $('article.sheet .label:not(.vh), article.sheet .rec p, article.sheet p.note')
      .toArray()
      .map((it) => $(it).text().trim());
    assert.deepEqual(said, wordsInOrder(transcript), transcript.id);
  }
});

test('what a page says is text, whatever it says', () => {
  const paths = ['/cal-en/2031-03-20/', '/cal-en/2031-03-20/1/', '/', '/years/2031/'];
  for (const path of paths) {
    const $ = page(path);
    assert.equal($('img').length, 0, path);
    for (const script of $('script:not([type="application/ld+json"])'))
      assert.ok(script.attribs.src && script.attribs.integrity, path);
    assert.equal($('a[href^="javascript:"]').length, 0, path);
    assert.ok($('main').text().includes(payload), path);
  }
  for (const [name] of site.files) assert.ok(!name.includes('..'), name);
});

test('slight exchanges have a page and a number and stand in no listing', () => {
  const slight = 'cal-zh/2031-03-14/3';
  assert.equal(page(`/${slight}/`)('link[rel=canonical]').length, 0);
  const $ = page('/outlets/tidewire/');
  assert.equal($(`#${slight.replaceAll('/', '-')}`).length, 0);
});

test('parts of a question lead to their answers and back; one without an answer says so', () => {
  const $ = page('/cal-zh/2031-03-14/2/');
  assert.equal($('#a .pin').attr('href'), '#a-answer');
  assert.equal($('#a-answer .pin').attr('href'), '#a');
  assert.equal($('#a-answer p').length, 2);
  assert.equal($('#b-answer').text().includes('内港渡轮照常运行'), true);
  const lone = page('/cal-en/2031-03-13/1/');
  assert.equal(lone('#b.lone a').length, 0);
});

test('an address whose exchange is gone says so, and why, and never shows what is withheld', () => {
  const second = '/cal-zh/2031-03-14-2';
  const removed = page(`${second}/2/`);
  assert.match(removed('.absent').text(), /14 March 2031 \(v1\).*17 March 2031 \(v2\)/);
  assert.equal(removed('.rec p').length, 3);
  assert.equal(page(`${second}/3/`)('.absent a').attr('href'), '../../../cal-zh/2031-03-14-2/1/');
  const withheld = page(`${second}/4/`);
  assert.match(withheld('.absent').text(), /20 March 2031.*Order 12/);
  assert.equal(withheld('.rec').length, 0);
});

test('lists of what was asked leave no gap where an exchange is shown no more', () => {
  const second = '/cal-zh/2031-03-14-2';
  const linesOf = ($: CheerioAPI, list: string, number: string) =>
    $(list)
      .filter((_, it) => $(it).find('[href*="2031-03-14-2/"], [href="#q1"]').length > 0)
      .toArray()
      .map((it) => [$(it).find(number).first().text(), $(it).find('a').attr('href')]);
  const gone = (root: string) => [
    ['2†', `${root}cal-zh/2031-03-14-2/2/`],
    ['4†', `${root}cal-zh/2031-03-14-2/4/`],
  ];
  const contents = linesOf(page(`${second}/`), '.toc li', 'b');
  assert.deepEqual(contents, [['1', '#q1'], ...gone('../../')]);
  const [first, ...rest] = linesOf(page('/years/2031/03/'), '.asked li', '.quiet');
  assert.equal(first?.[0], '1');
  assert.deepEqual(rest, gone('../../../'));
  assert.equal(page('/years/2031/03/')('.asked').text().includes('第三灯塔为何迁址？'), true);
});

test('what changed is listed as facts, and badges lead there', () => {
  const $ = page('/changed/');
  const lines = $('.differences li')
    .toArray()
    .map((it) => $(it).find('[lang=en]').text());
  assert.deepEqual(lines, [
    'has other words in v1 than in v2',
    'is in v1 and not in v2',
    'has its words in §1 in v2',
  ]);
  const badge = page('/cal-zh/2031-03-14-2/')('.facts .more').attr('href');
  assert.equal(badge, '../../changed/cal-zh/2031-03-14-2/');
});

test('two versions stand side by side, with what only one of them has marked', () => {
  const $ = page('/changed/cal-zh/2031-03-14-2/');
  const marked = ['del', 'ins'].map((tag) =>
    $(tag)
      .toArray()
      .map((it) => $(it).text()),
  );
  assert.deepEqual(marked, [['市政厅'], ['港务局']]);
  assert.equal($('#v2-q2 .absent').length, 1);
  assert.equal($('article.exchange').length, 2);
});

test('a day with several briefings leads to the page of its month, which has them all', () => {
  const link = page('/calendar/2031/')('a.d[href$="#d14"]').attr('href');
  assert.equal(link, '../../years/2031/03/#d14');
  const titles = page('/years/2031/03/')('#d14 .title').length;
  assert.equal(titles, archive.transcripts.filter(({ date }) => date === '2031-03-14').length);
});

test('a listing says when, of what kind and by whom, and what no topic lists has a page', () => {
  const topic = page('/topics/tidal-barrier/');
  assert.match(topic('.facts [lang=en]').text(), /first .*last /);
  const asks = topic('aside .list a').toArray();
  assert.ok(
    asks.some((it) => it.attribs.href?.includes('?q=topic%3Atidal-barrier+outlet%3A')),
    'Expected a search for the topic and an outlet',
  );
  assert.match(page('/outlets/tidewire/')('header .side [lang=en]').text(), /Newspaper, /);
  assert.match(page('/speakers/cen-ruolan/')('#days').parent().text(), /2031/);
  const listed = page('/unplaced/')('.brief a.no')
    .toArray()
    .map(({ attribs }) => attribs.href?.replace(/^(?:\.\.\/)+|\/$/g, '') ?? '');
  assert.ok(listed.length > 0, 'Expected exchanges that no topic lists');
  assert.deepEqual(
    listed.filter((id) => archive.placements.has(id)),
    [],
  );
});

test('a calendar names each institution and what its usual days are', () => {
  const section = page('/calendar/2031/')('section:has(#of-cal-press)').text();
  assert.match(section, /Press Office of Caldmere/);
  assert.match(section, /No usual days|Usual: /);
});
