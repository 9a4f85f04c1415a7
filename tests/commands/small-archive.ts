import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { importCommand } from '../../src/commands/import.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { ministry } from '../caldmere.ts';
import { type Done, runCommand } from '../capture/collecting.ts';
import { readFolder } from './folder.ts';

/** A day's question and answer: topic and words. */
type Said = [asker: string, question: string, answer: string];

/** Address of the made-up page of a day. */
export const addressOf = (day: string): string => `https://mfa.caldmere.example/zh/${day}.html`;

/** An archive of the Republic of Caldmere in a folder of its own, removed when the test file is done. */
export async function openSmall() {
  const root = await mkdtemp(path.join(tmpdir(), 'lectern-small-'));
  after(() => rm(root, { recursive: true, force: true }));
  const first = path.join(root, '0', 'content');
  for (const [name, text] of Object.entries(ministry)) {
    await mkdir(path.dirname(path.join(first, name)), { recursive: true });
    await writeFile(path.join(first, name), text);
  }
  return archiveIn(root, first);
}

/** An archive and what is done to it. */
export interface Small {
  content: string;
  /** Saves a page of a day to a file and imports it as if at `now`. */
  save(day: string, said: Said[], now: string, more?: object): Promise<Done>;
  parse(): Promise<Done>;
  /** Paths of the WARCs, oldest name first. */
  warcs(): Promise<string[]>;
  /** Every file of these folders of content/, by name. */
  texts(...folders: string[]): Promise<[string, string][]>;
  /** The same archive in another folder, with what is remembered beside it. */
  copy(): Promise<Small>;
}

let copies = 0;

function archiveIn(root: string, content: string): Small {
  return {
    content,
    async save(day, said, now, more = {}) {
      const file = path.join(root, 'page.html');
      await writeFile(file, pageOf(day, said));
      const options = { url: addressOf(day), ...more };
      return runCommand(importCommand, [file], options, content, { now: () => new Date(now) });
    },
    parse: () => runCommand(parseCommand, [], {}, content),
    async warcs() {
      const names = await readdir(path.join(content, 'captures'), { recursive: true });
      const found = names.filter((name) => name.endsWith('.warc.gz')).sort();
      return found.map((name) => path.join(content, 'captures', name));
    },
    async texts(...folders) {
      const all = await readFolder(content);
      return [...all]
        .filter(([name]) => folders.includes(name.split('/')[0] ?? ''))
        .map(([name, bytes]) => [name, bytes.toString('utf8')]);
    },
    async copy() {
      copies += 1;
      const other = path.join(root, String(copies));
      await cp(path.dirname(content), other, { recursive: true });
      return archiveIn(root, path.join(other, 'content'));
    },
  };
}

const words: Said[] = [
  ['潮讯社记者', '渡轮计划的第三号文件何时公布？', '该计划将在九天内公布，请保持关注。'],
  ['海港报记者', '灯塔博物馆为什么推迟开放？', '石料要从外省运来，工期因此延长。'],
  ['子午周刊记者', '图书馆的屋顶由谁出资修缮？', '费用由海港基金和市政厅共同承担。'],
];

/** The three exchanges of a wording, some of them left out or with another answer. */
export const exchanges = (without: number[] = [], answers: Record<number, string> = {}): Said[] =>
  words.flatMap(([asker, question, answer], at): Said[] =>
    without.includes(at) ? [] : [[asker, question, answers[at] ?? answer]],
  );

function pageOf(day: string, said: Said[]): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const body = said.map(([who, asks, answer]) => `<p>${who}：${asks}</p><p>林远：${answer}</p>`);
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"></head><body><h1>${year}年${month}月${date}日外交部发言人林远主持例行记者会</h1><div id="text"><p>开场说明：今天天气很好。</p>${body.join('')}</div></body></html>`;
}
