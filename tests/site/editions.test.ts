import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildSite } from '../../src/site/build-site.ts';
import { type BuiltSite, built, filesOf } from './built.ts';
import { editionArchive, withEditions } from './edition-archive.ts';

let site: BuiltSite;
before(async () => {
  site = await built(editionArchive());
});
after(() => site.remove());

const day = 'editions/cal-press/2031-05-06';

/** The English words of a page's elements: each phrase is there in both languages. */
function english(page: string, selector: string): string[] {
  const $ = site.pages.get(`${page}/index.html`);
  assert.ok($, `${page} is a page`);
  return $(selector)
    .toArray()
    .map((it) => {
      const copy = $(it).clone();
      copy.find('.u[lang=zh-Hans]').remove();
      return copy.text().replace(/\s+/g, ' ').trim();
    });
}

test('the editions of a briefing and in what they differ, as facts', () => {
  const titles = english(day, 'h2.side');
  assert.deepEqual(titles, [
    'Press Office, English pages',
    'Reprints',
    'Press Office, Chinese pages',
  ]);
  const facts = english(day, '.differences li');
  const between = (a: string, b: string) =>
    facts.filter((fact) => fact.startsWith(`cal-${a}/`) && fact.includes(b));
  assert.deepEqual(between('reprint', 'asker'), [
    'cal-reprint/2031-05-06/1 · cal-zh/2031-05-06/1 the asker is printed otherwise: Reprints: 潮讯社, Press Office, Chinese pages: 潮讯社记者',
  ]);
  assert.match(
    between('zh', 'is in')[0] ?? '',
    /^cal-zh\/2031-05-06\/3 is in Press Office, Chinese pages and not in Press Office, English pages \(likeness/,
  );
  const $ = site.pages.get(`${day}/index.html`);
  assert.deepEqual(
    ['.one', '.two'].map((side) => $?.(`.differences ${side}`).text()),
    ['邻', '外'],
  );
});

test('the editions of a briefing are counted as one briefing wherever briefings are counted', () => {
  const counted = ['years/2031', 'years/2031/05', 'calendar/2031'].map(
    (page) => english(page, '.facts')[0]?.match(/\d+ briefings?/)?.[0],
  );
  assert.deepEqual(counted, Array(3).fill('1 briefing'));
});

test('two editions beside each other: every exchange once, gaps shown', () => {
  const page = `${day}/cal-en/cal-zh`;
  const $ = site.pages.get(`${page}/index.html`);
  const slots = $?.('section.exchange').toArray() ?? [];
  assert.equal(slots.length, 6);
  const gap = $?.('#cal-zh-2031-05-06-3');
  assert.equal(gap?.find('.absent').length, 1);
  assert.equal(gap?.find('.turn p').length, 3);
  const ferry = $?.('#cal-en-2031-05-06-1 .pair').toArray() ?? [];
  assert.equal(ferry.length, 3, 'paragraph by paragraph');
  assert.equal($?.('.one, .two').length, 0, 'words of two languages are not compared');
});

test('a transcript and an exchange lead to their other editions', () => {
  const whole = english('cal-zh/2031-05-06', '.facts')[0] ?? '';
  assert.match(whole, /Also published by: Press Office, English pages, Reprints/);
  const exchange = english('cal-zh/2031-05-06/2', '.facts')[0] ?? '';
  assert.match(exchange, /Also published by: Press Office, English pages §2/);
  const lone = english('cal-zh/2031-05-06/3', '.facts')[0] ?? '';
  assert.match(lone, /Not in the edition of: Press Office, English pages/);
  const $ = site.pages.get('cal-zh/2031-05-06/3/index.html');
  const links =
    $?.('.facts a')
      .toArray()
      .map((a) => $(a).attr('href')) ?? [];
  assert.ok(
    links.includes('../../../editions/cal-press/2031-05-06/cal-en/cal-zh/#cal-zh-2031-05-06-3'),
    links.join(),
  );
});

test('every link and anchor of these pages leads somewhere', () => {
  const ids = (file: string) =>
    site.pages
      .get(file)?.('[id]')
      .toArray()
      .map((it) => it.attribs.id);
  for (const [file, $] of site.pages) {
    if (!file.startsWith('editions/') && !file.startsWith('cal-')) continue;
    for (const { attribs } of $('main a[href]').toArray()) {
      const target = new URL(attribs.href ?? '', `https://a.example/${file}`);
      if (target.host !== 'a.example') continue;
      const name = `${decodeURIComponent(target.pathname).slice(1)}`.replace(/\/?$/, '/index.html');
      const page = name.replace('index.html/index.html', 'index.html');
      if (site.files.has(decodeURIComponent(target.pathname).slice(1))) continue;
      assert.ok(site.pages.has(page), `${file} → ${attribs.href}`);
      if (target.hash === '') continue;
      assert.ok(
        ids(page)?.includes(decodeURIComponent(target.hash.slice(1))),
        `${file} → ${attribs.href}`,
      );
    }
  }
});

test('records that are editions of one briefing no more: the bytes of a full build', async () => {
  const apart = { ...withEditions(), briefings: [] };
  const [growing, whole] = [await built(withEditions()), await built(apart)];
  try {
    await buildSite(apart, growing.folder);
    assert.deepEqual(await filesOf(growing.folder), whole.files);
  } finally {
    await Promise.all([growing.remove(), whole.remove()]);
  }
});
