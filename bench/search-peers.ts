import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import type { Fold } from '../src/search/fold.ts';
import { type Unit, unitSides, wordsOfSide } from '../src/search/unit.ts';
import { pagefindCounts } from './search-browser.ts';
import { type BenchQuery, fixedQueries } from './search-queries.ts';

/** What another engine costs on the same units. */
export interface PeerCost {
  name: string;
  /** User and system seconds, with those of programs that it starts. */
  cpu: number;
  /** Files of its index and their bytes as served. */
  files: number;
  bytes: number;
  /** Of the fixed Chinese queries, how many were answered exactly; Pagefind's are right if they are as many. */
  exact: number;
}

const wordsOf = (unit: Unit): string => unitSides.map((side) => wordsOfSide(unit, side)).join('\n');

/** MiniSearch with pairs of Han characters as words, all of which must be there: its best setting. */
export function miniSearch(units: Unit[], fold: Fold): PeerCost {
  const start = process.cpuUsage();
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => tokens(fold.text(text)),
    searchOptions: { combineWith: 'AND', tokenize: (text) => tokens(fold.text(text)) },
  });
  index.addAll(units.map((unit, id) => ({ id, text: wordsOf(unit) })));
  const { user, system } = process.cpuUsage(start);
  const bytes = gzipSync(JSON.stringify(index)).length;
  const texts = units.map((unit) => unitSides.map((side) => fold.text(wordsOfSide(unit, side))));
  const queries = fixedQueries(fold).filter(({ kind }) => kind === 'Chinese');
  const exact = queries.filter((query) =>
    isExact(query, texts, new Set(index.search(query.typed).map(({ id }) => Number(id)))),
  ).length;
  return { name: 'MiniSearch 7.2, pairs', cpu: (user + system) / 1e6, files: 1, bytes, exact };
}

const isExact = ({ test }: BenchQuery, texts: string[][], found: Set<number>): boolean =>
  texts.every((sides, i) => test(sides) === found.has(i));

const tokens = (text: string): string[] =>
  [...text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)].flatMap(([run]) =>
    /\p{Script=Han}/u.test(run) && run.length > 1
      ? Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
      : [run],
  );

/** Pagefind with one record a unit, written to a folder and asked in a browser. */
export async function pagefind(
  units: Unit[],
  fold: Fold,
  folder: string,
  browser: Browser,
): Promise<PeerCost> {
  const start = process.cpuUsage();
  const { index } = await createIndex({});
  if (!index) throw new Error('Cannot bench without an index of Pagefind');
  for (const unit of units) {
    const { id, language, url } = unit;
    await index.addCustomRecord({
      url: `${url}?${id}`,
      content: wordsOf(unit),
      language: language.slice(0, 2),
    });
  }
  const { files } = await index.getFiles();
  let bytes = 0;
  for (const { path: file, content } of files) {
    const full = path.join(folder, 'pagefind', file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
    bytes += content.length;
  }
  const { user, system } = process.cpuUsage(start);
  const cpu = (user + system) / 1e6 + cpuOfPagefind();
  await close();
  const queries = fixedQueries(fold).filter(({ kind }) => kind === 'Chinese');
  const typed = queries.map((query) => query.typed);
  const counts = await pagefindCounts(browser, folder, typed);
  const chinese = units.filter(({ language }) => language.startsWith('zh'));
  const texts = chinese.map((unit) => unitSides.map((side) => fold.text(wordsOfSide(unit, side))));
  const exact = queries.filter(({ test }, i) => texts.filter(test).length === counts[i]).length;
  return { name: 'Pagefind 1.6', cpu, files: files.length, bytes, exact };
}

/** Seconds of the Pagefind that this process has started, by Linux's ticks of 10 ms: it must still run. */
function cpuOfPagefind(): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(statOf(pid)) ?? [];
    const fields = rest.split(' ');
    if (name.startsWith('pagefind') && Number(fields[1]) === process.pid)
      return (Number(fields[11]) + Number(fields[12])) / 100;
  }
  throw new Error('Cannot measure Pagefind without its process under /proc');
}

/** A process's line of numbers; nothing where it has just ended. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
