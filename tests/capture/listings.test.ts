import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../src/archive/read.ts';
import { readListPage } from '../../src/capture/fetch/list-links.ts';
import { openReplay } from '../../src/capture/fetch/replay.ts';
import type { Transport } from '../../src/capture/fetch/transport.ts';
import { sourceOf } from '../../src/capture/find-source.ts';
import { type Listing, listing } from '../../src/model/listing.ts';
import { contentFolder } from '../archive/content.ts';
import { openOffice } from './office.ts';
import { response, storeRun } from './pages.ts';

const { sources } = await readContent(path.resolve(import.meta.dirname, '../../content'));

/** For each shipped listing, in order, a made-up list page of its shape: markup, links, second list page. */
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
    'mnd',
    '<a href="/gfbw/xwfyr/ztjzh/1235.html">专题记者会</a><a href="/gfbw/">首页</a>',
    ['http://www.mod.gov.cn/gfbw/xwfyr/ztjzh/1235.html'],
    'http://www.mod.gov.cn/gfbw/xwfyr/ztjzh/index_1.html',
  ],
  [
    'mofcom',
    '<a href="/xwfb/xwfyrth/art/2031/art_0a1b2c.html">例行新闻发布会</a><a href="/xwfb/">更多</a>',
    ['https://www.mofcom.gov.cn/xwfb/xwfyrth/art/2031/art_0a1b2c.html'],
    'https://www.mofcom.gov.cn/xwfb/xwfyrth/index_1.html',
  ],
  [
    'mofa-japan',
    '<ul><li><a href="/mofaj/press/kaiken/kaiken99_000001.html">某大臣会見記録</a><li><a href="/mofaj/">外務省</a></ul>',
    ['https://www.mofa.go.jp/mofaj/press/kaiken/kaiken99_000001.html'],
    null,
  ],
  [
    'scio-mfa',
    '<div class="fl list_t"><a href="Document/9900003/9900003.htm">某日例行记者会</a></div><div class="fl list_t"><a href="/zfbps/">x</a></div>',
    ['http://www.scio.gov.cn/xwfbh/gbwxwfbh/xwfbh/wjb/Document/9900003/9900003.htm'],
    'http://www.scio.gov.cn/xwfbh/gbwxwfbh/xwfbh/wjb/index_1.htm',
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
    'whitehouse',
    '<a href="/briefings-statements/press-briefing-one/">One</a><a href="/briefings-statements/remarks/">x</a>',
    ['https://www.whitehouse.gov/briefings-statements/press-briefing-one/'],
    'https://www.whitehouse.gov/briefings-statements/page/2/',
  ],
  [
    'whitehouse',
    '<a href="/briefings-statements/press-briefing-one/">One</a><a href="/briefings-statements/remarks/">x</a>',
    ['https://trumpwhitehouse.archives.gov/briefings-statements/press-briefing-one/'],
    'https://trumpwhitehouse.archives.gov/briefings-statements/page/2/',
  ],
  [
    'whitehouse',
    '<a href="/the-press-office/2031/05/06/one">One</a><a href="/the-press-office">x</a>',
    ['https://obamawhitehouse.archives.gov/the-press-office/2031/05/06/one'],
    'https://obamawhitehouse.archives.gov/briefing-room/press-briefings?page=1',
  ],
  [
    'un-noon',
    '<a href="/en/2031/db310506.doc.htm">Briefing</a><a href="/en/content/x">x</a>',
    ['https://press.un.org/en/2031/db310506.doc.htm'],
    'https://press.un.org/en/noon-briefings?page=1',
  ],
];

/** The listing that a shape stands for: those of one source come in the order of its file. */
const listingOf = (at: number): Listing | undefined => {
  const id = shapes[at]?.[0] ?? '';
  const before = shapes.slice(0, at).filter(([other]) => other === id).length;
  return sources.get(id)?.listings[before];
};

for (const [at, [id, markup, links, second]] of shapes.entries()) {
  test(`${id}: a list page at ${listingOf(at)?.start} is walked to the pages it names`, async () => {
    const source = sources.get(id);
    const it = listingOf(at);
    if (!source || !it) assert.fail(`Expected a listing of ${id}, got none`);
    const list = `<html><body>${markup}</body></html>`;
    const told = `<p>${'Made-up words of a made-up briefing. '.repeat(30)}</p></html>`;
    const addresses = [it.start, ...(second === null ? [] : [second])];
    const content = await contentFolder({});
    const warc = await storeRun(content, [
      ...addresses.map((url) => ({ ...response(1, list), url })),
      ...links.map((url) => ({ ...response(1, told), url })),
    ]);
    const office = await openOffice({});
    const transport = await openReplay(path.join(content, warc));
    const asked: string[] = [];
    const listening: Transport = (request) => {
      asked.push(request.url);
      return transport(request);
    };
    const [report] = await office.run({ transport: listening }, [{ ...source, listings: [it] }]);
    assert.deepEqual(report?.failed, []);
    assert.deepEqual(report?.new, links);
    const walked = asked.filter((url) => !links.includes(url) && !url.endsWith('/robots.txt'));
    assert.deepEqual(walked, addresses);
    for (const url of links) assert.equal(sourceOf(url, sources.values())?.id, id);
  });
}

const shipped = [
  'mfa-en',
  'mfa-zh',
  'mnd',
  'mofa-japan',
  'mofcom',
  'scio-mfa',
  'state',
  'tao',
  'un-noon',
  'whitehouse',
];

test('ten sources have listings, each listing has its shape here, and none claims to be checked', () => {
  const listed = [...sources.values()].filter(({ listings }) => listings.length > 0);
  assert.deepEqual(listed.map(({ id }) => id).sort(), shipped);
  const counts = listed.map(({ id, listings }) => [id, listings.length]);
  assert.deepEqual(
    counts,
    listed.map(({ id }) => [id, shapes.filter(([of]) => of === id).length]),
  );
  const checked = listed.filter(({ listings }) => listings.some(({ verified }) => verified));
  assert.deepEqual(checked, []);
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
