import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../src/archive/read.ts';
import { listPageUrl, readListPage } from '../../src/capture/fetch/list-links.ts';
import { sourceOf } from '../../src/capture/find-source.ts';
import { listing } from '../../src/model/listing.ts';

const { sources } = await readContent(path.resolve(import.meta.dirname, '../../content'));

/** For each shipped listing a made-up list page of its shape: markup, links, second list page. */
const shapes: [source: string, markup: string, links: string[], second: string | null][] = [
  [
    'mfa-zh',
    '<script>var countPage = 3//</script><ul class="list1"><li><a href="./203105/t20310506_1.shtml">某人主持例行记者会</a><a href="./203105/t20310506_2.shtml">就某事答记者问</a></ul>',
    ['https://www.mfa.gov.cn/web/fyrbt_673021/jzhsl_673025/203105/t20310506_1.shtml'],
    'https://www.mfa.gov.cn/web/fyrbt_673021/jzhsl_673025/index_1.shtml',
  ],
  [
    'mfa-en',
    '<a href="/eng/">Home</a><a href="./203105/t20310506_1.html">Conference</a>',
    ['https://www.fmprc.gov.cn/eng/xw/fyrbt/lxjzh/203105/t20310506_1.html'],
    'https://www.fmprc.gov.cn/eng/xw/fyrbt/lxjzh/index_1.html',
  ],
  [
    'mnd',
    '<a href="../">上级</a><a href="1234.html">例行记者会</a>',
    ['http://www.mod.gov.cn/gfbw/xwfyr/lxjzh_246940/1234.html'],
    'http://www.mod.gov.cn/gfbw/xwfyr/lxjzh_246940/index_1.html',
  ],
  [
    'tao',
    '<a href="./203105/t20310506_1.htm">发布会</a><a href="javascript:void(0)">x</a>',
    ['https://www.gwytb.gov.cn/xwdt/xwfb/xwfbh/203105/t20310506_1.htm'],
    null,
  ],
  [
    'state',
    '<li class="collection-result"><a class="collection-result__link" href="https://www.state.gov/briefings/one/">One</a></li><a href="/briefings/x/">x</a>',
    ['https://www.state.gov/briefings/one/'],
    'https://www.state.gov/department-press-briefings/page/2/',
  ],
  [
    'whitehouse',
    '<a href="/briefing-room/press-briefings/2031/05/06/one/">One</a><a href="/briefing-room/">Room</a>',
    ['https://bidenwhitehouse.archives.gov/briefing-room/press-briefings/2031/05/06/one/'],
    'https://bidenwhitehouse.archives.gov/briefing-room/press-briefings/page/2/',
  ],
  [
    'un-noon',
    '<a href="/en/2031/db310506.doc.htm">Briefing</a><a href="/en/content/x">x</a>',
    ['https://press.un.org/en/2031/db310506.doc.htm'],
    'https://press.un.org/en/noon-briefings?page=1',
  ],
];

for (const [id, markup, links, second] of shapes) {
  test(`${id}: its list page is read and every link is the source's own`, () => {
    const source = sources.get(id);
    const [it] = source?.listings ?? [];
    assert.equal(source !== undefined && it !== undefined, true, id);
    if (!source || !it) return;
    const read = readListPage(`<html><body>${markup}`, it.start, it);
    assert.deepEqual(
      read.links.map(({ url }) => url),
      links,
    );
    for (const url of links) assert.equal(sourceOf(url, sources.values())?.id, id);
    assert.equal(listPageUrl(it, 1), second);
  });
}

test('every shipped listing has its shape here, and none claims to be checked', () => {
  const listed = [...sources.values()].filter(({ listings }) => listings.length > 0);
  assert.deepEqual(listed.map(({ id }) => id).sort(), shapes.map(([id]) => id).sort());
  assert.equal(
    listed.some(({ listings }) => listings.some(({ verified }) => verified)),
    false,
  );
});

test('the number of list pages and the day come from where the listing says', () => {
  const it = listing.parse({
    start: 'https://press.caldmere.example/list/',
    count: 'countPage = (?<n>\\d+)',
    day: '/(?<year>\\d{4})-(?<month>\\d+)-(?<day>\\d+)',
  });
  const read = readListPage(
    'countPage = 12 <a href="/b/2031-5-6#top">x</a><a href="/b/2031-5-6">y</a>',
    it.start,
    it,
  );
  assert.deepEqual(read, {
    links: [{ url: 'https://press.caldmere.example/b/2031-5-6', day: '2031-05-06' }],
    all: Array(2).fill('https://press.caldmere.example/b/2031-5-6'),
    pages: 12,
  });
});

test('sitemaps, RSS and Atom name their addresses; an entity of their own is not looked up', () => {
  const read = (kind: 'sitemap' | 'feed', xml: string) => {
    const it = listing.parse({ start: 'https://press.caldmere.example/x.xml', kind });
    return readListPage(xml, it.start, it).links.map(({ url }) => url);
  };
  const one = 'https://press.caldmere.example/1';
  assert.deepEqual(read('sitemap', `<urlset><url><loc> ${one} </loc></url></urlset>`), [one]);
  assert.deepEqual(
    read('feed', `<rss><channel><link>/</link><item><link>${one}</link></item></channel></rss>`),
    [one],
  );
  assert.deepEqual(read('feed', `<feed><entry><link href="/1"/></entry></feed>`), [one]);
  const evil =
    '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><urlset><url><loc>&e;</loc></url></urlset>';
  assert.deepEqual(
    read('sitemap', evil).filter((url) => url.includes('root')),
    [],
  );
});
