import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readContent } from '../../src/archive/read.ts';
import { importFiles } from '../../src/capture/import-files.ts';
import type { Context } from '../../src/commands/command.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { ministry } from '../caldmere.ts';
import type { Chance } from '../ledger/random.ts';

/** A content folder that is kept as people keep one: pages come, change and go, lists are mended. */
export interface LivingArchive {
  content: string;
  theme: string;
  /** One edit by chance, each kind once before any comes again; says which. */
  edit(): Promise<string>;
  /** Another style sheet and another part of the templates. */
  restyle(): Promise<void>;
  remove(): Promise<void>;
}

const files: Record<string, string> = {
  'site.yaml':
    'title: {zh-Hans: 档案, en: Archive}\ndescription: {zh-Hans: 虚构, en: Invented}\nlanguage: en\nurl: https://archive.caldmere.example/\ndocs: false\n',
  ...ministry,
};

const askers = ['潮讯社记者', '海港报记者', '子午周刊记者', '灯塔电视台记者'];
const subjects = ['渡轮', '灯塔', '博物馆', '鳕鱼配额', '港口费', '潮汐闸'];
const outletLists = [
  '',
  '- {id: tidewire, names: {zh-Hans: 潮讯社, en: Tidewire}, aliases: [], place: Caldmere, kind: agency}\n',
  '- {id: tidewire, names: {zh-Hans: 潮讯社, en: The Tide Wire}, aliases: [], place: Caldmere, kind: agency}\n- {id: harbour-post, names: {zh-Hans: 海港报, en: Harbour Post}, aliases: [], place: Caldmere, kind: newspaper}\n',
];
const peopleLists = [
  '',
  '- {id: lin-yuan, names: {zh-Hans: 林远, en: Lin Yuan}, aliases: [], institution: caldmere-mfa}\n',
];

/** An archive of a year's briefings of the Republic of Caldmere, which does not exist. */
export async function livingArchive(chance: Chance): Promise<LivingArchive> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-living-'));
  const [content, theme] = [path.join(folder, 'content'), path.join(folder, 'theme')];
  const put = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const list = (name: string, texts: string[]) => async () => {
    const current = await readFile(path.join(content, name), 'utf8').catch(() => '');
    await put(`content/${name}`, chance.pick(texts.filter((text) => text !== current)));
  };
  const days: string[] = [];
  let runs = 0;
  /** Saves a page anew with other words, as often as chance has it. */
  const save = async (day: string): Promise<void> => {
    runs += 1;
    await put('page.html', pageOf(day, chance));
    const { sources } = await readContent(content);
    const options = {
      content,
      sources: sources.values(),
      started: new Date(Date.UTC(2032, 0, runs)),
      url: `https://mfa.caldmere.example/zh/${day}.html`,
    };
    for await (const outcome of importFiles([path.join(folder, 'page.html')], options))
      assert.notEqual(outcome.kind, 'refused');
    await parseAll(content);
  };
  const add = async (): Promise<void> => {
    const day = `2031-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
    if (!days.includes(day)) days.push(day);
    await save(day);
  };
  const topic = (): string => chance.pick(subjects.slice(0, 4));
  const edits: Record<string, () => Promise<void>> = {
    'a page more': add,
    'a page changed': () => save(chance.pick(days)),
    'a capture removed': async () => {
      const found = await readdir(path.join(content, 'captures'), { recursive: true });
      const warcs = found.filter((name) => name.endsWith('.warc.gz')).sort();
      await rm(path.join(content, 'captures', chance.pick(warcs)));
      await parseAll(content);
    },
    'a topic written': () => {
      const subject = topic();
      return put(`content/topics/${idOf(subject)}.md`, topicOf(subject, chance));
    },
    'a topic removed': () => rm(path.join(content, `topics/${idOf(topic())}.md`), { force: true }),
    'other outlets': list('outlets.yaml', outletLists),
    'other people': list('people.yaml', peopleLists),
    'a page of the archive': () =>
      put('content/pages/about.md', `---\ntitle: About\n---\n\nVersion ${chance.below(1000)}.\n`),
    'another title': () =>
      put('content/site.yaml', files['site.yaml']?.replace('Archive', `A${chance.below(9)}`) ?? ''),
  };
  let left: string[] = [];
  for (const [name, text] of Object.entries(files)) await put(`content/${name}`, text);
  await put('theme/assets/site.css', '@import "./site.css";\n');
  for (let count = 0; count < 4; count += 1) await add();
  return {
    content,
    theme,
    async edit() {
      if (left.length === 0) left = Object.keys(edits);
      const name = chance.pick(left);
      left = left.filter((other) => other !== name);
      await edits[name]?.();
      return name;
    },
    async restyle() {
      await put('theme/assets/site.css', '@import "./site.css";\n:root{--act:#7a1f1f}\n');
      await put('theme/parts/feed-line.ts', 'export const feedLine = () => null;\n');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
const idOf = (subject: string): string => `subject-${subjects.indexOf(subject)}`;

/** Two to four exchanges about subjects that topics may name. */
function pageOf(day: string, chance: Chance): string {
  const [year, month, date] = day.split('-').map(Number);
  const said = Array.from({ length: 2 + chance.below(3) }, (_, at) => {
    const subject = chance.pick(subjects);
    const question = `${askers[at]}：${subject}的第${chance.below(90)}号计划何时公布？`;
    return `<p>${question}</p><p>林远：${subject}的计划将在${chance.below(90)}天内公布。</p>`;
  });
  const title = `${year}年${month}月${date}日卡尔德米尔外交部发言人林远主持例行记者会`;
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>记者会</title></head><body><h1>${title}</h1><div id="text">${said.join('\n')}</div></body></html>`;
}

const topicOf = (subject: string, chance: Chance): string =>
  `---\nid: ${idOf(subject)}\nnames: {zh-Hans: ${subject}, en: Subject ${subjects.indexOf(subject)}}\nphrases: {zh: [${subject}], en: []}\n---\n\nText ${chance.below(1000)}.\n`;

/** Parses every capture; a wording that waits for a decision is no fault here. */
async function parseAll(content: string): Promise<void> {
  const context: Context = {
    content,
    output: content,
    terminal: {
      print() {},
      say() {},
      stream: async () => {},
      progress: () => ({ advance() {}, finish() {} }),
    },
    now: () => new Date('2032-03-20T00:00:00Z'),
    signal: new AbortController().signal,
  };
  await parseCommand.run([], {}, context);
}
