// CPU seconds that citations and feeds of 7,300 exchanges take, beside their target: tsx bench/follow.ts
import { citationsOf } from '../src/export/citations/citation-files.ts';
import { Cited } from '../src/export/citations/cited.ts';
import { Catalogue } from '../src/site/catalogue.ts';
import { styleFiles } from '../src/site/citing.ts';
import { feedBatches } from '../src/site/feeds.ts';
import { fingerprintsOf } from '../src/site/fingerprint.ts';
import { fixtureArchive } from '../tests/site/fixture-archive.ts';
import { answers, asks, exchange, record } from '../tests/site/making.ts';

const target = 15;
const briefings = 365;
const each = 20;
const outlets = ['tidewire', 'harbour-post', 'lantern-tv', 'north-quay-radio'];

const made = Array.from({ length: briefings }, (_, day) => {
  const id = `cal-zh/${new Date(Date.UTC(2040, 0, 1 + day)).toISOString().slice(0, 10)}`;
  const children = Array.from({ length: each }, (_, n) =>
    exchange(`${id}/${n + 1}`, [
      asks('潮讯社记者', outlets[n % outlets.length] ?? null, `第${n}问：潮汐闸与港口费何时定？`),
      answers('岑若澜', '岑若澜', '潮汐闸的加高工程由港务局出资，港口费不变。'.repeat(8)),
    ]),
  );
  return record({ id, title: `新闻办公室主任岑若澜主持第${day}次例行吹风会`, children });
});
const archive = fixtureArchive(made);
const catalogue = new Catalogue(archive, new Map(), await styleFiles());

const seconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const printed = seconds(() => {
  for (const { exchange: it, transcript } of catalogue.exchanges) {
    catalogue.citing.exchange(it, transcript, 'en');
    catalogue.citing.exchange(it, transcript, 'zh-Hans');
  }
});
const files = seconds(() => {
  const cited = new Cited(archive);
  for (const transcript of archive.transcripts) citationsOf(cited, transcript);
});
const prints = fingerprintsOf(catalogue, 'bench');
const feeds = seconds(() => {
  for (const { files: write } of feedBatches(catalogue, prints)) write();
});
const all = printed + files + feeds;
console.log(
  `${catalogue.exchanges.length} exchanges: citations on pages ${printed.toFixed(2)} s, citation files ${files.toFixed(2)} s, feeds ${feeds.toFixed(2)} s; together ${all.toFixed(2)} CPU s (target ${target})`,
);
process.exitCode = all <= target ? 0 : 1;
