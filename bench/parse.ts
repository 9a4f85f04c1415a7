import { load } from 'cheerio';
import { contextOf, pagesOf } from '../eval/corpus.ts';
import { parse } from '../src/parse/index.ts';
import type { Page } from '../src/parse/page.ts';

/**
 * Pages a CPU second of the parser on the Chinese ministry's pages of ../shared/corpus, beside a
 * floor in the same run: cheerio alone, reading the same pages with the options of the parser's reader.
 *
 * CPU time of this process, best of three rounds that take turns; another program on the machine
 * still costs cache and clock, so trust the ratio and not the seconds.
 */
const rounds = 3;

const pages = await pagesOf('mfa-zh.warc.gz');
const context = contextOf('mfa-zh');
const runs = {
  floor: (page: Page) =>
    load(page.text, { xml: { xmlMode: false, decodeEntities: true, withStartIndices: true } }),
  parse: (page: Page) => parse(page, context),
};
const seconds = { floor: Number.POSITIVE_INFINITY, parse: Number.POSITIVE_INFINITY };
for (let round = 0; round < rounds; round++)
  for (const name of ['floor', 'parse'] as const) {
    const start = process.cpuUsage();
    for (const page of pages) runs[name](page);
    const { user, system } = process.cpuUsage(start);
    seconds[name] = Math.min(seconds[name], (user + system) / 1e6);
  }

const rate = (name: keyof typeof seconds) => Math.round(pages.length / seconds[name]);
console.log(`parse: ${rate('parse')} pages a CPU second (target: 200 or more)`);
console.log(`floor: ${rate('floor')} pages a CPU second (cheerio alone)`);
console.log(`ratio: ${(seconds.parse / seconds.floor).toFixed(2)} times the floor's CPU`);
