import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readContent } from '../../src/archive/read.ts';
import { importFiles } from '../../src/capture/import-files.ts';
import { listCaptures } from '../../src/capture/list-captures.ts';
import type { Context } from '../../src/commands/command.ts';
import { openLook } from '../../src/commands/observe.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { parseSource } from '../../src/commands/parse-source.ts';
import { readPage } from '../../src/commands/reading.ts';
import { ministry } from '../caldmere.ts';
import { type Chance, chanceFrom } from '../ledger/random.ts';
import { readFolder } from './folder.ts';

const edits = 17;

test(`after each of ${edits} edits by chance, parsing with a memory is parsing without`, async () => {
  const archive = await openArchive(chanceFrom(1));
  const told: string[] = [];
  for (let at = 0; at < edits; at += 1) {
    told.push(await archive.edit());
    const other = path.join(archive.folder, 'other', String(at), 'content');
    await cp(archive.content, other, { recursive: true });
    const [remembering, anew] = [await parseAll(archive.content), await parseAll(other)];
    assert.deepEqual(remembering, anew, told.join(', '));
    assert.deepEqual(await textsIn(archive.content), await textsIn(other), told.join(', '));
  }
});

test('only a page that changed is parsed again, a damaged note and other rules make all be parsed', async () => {
  const archive = await openArchive(chanceFrom(3));
  const counted = async (full = false): Promise<string[]> => {
    const content = await readContent(archive.content);
    const urls: string[] = [];
    const read: typeof readPage = (capture, context) => {
      urls.push(capture.url);
      return readPage(capture, context);
    };
    const look = { ...(await openLook(content, full)), read };
    for (const source of content.sources.values())
      await parseSource(source, look, contextOf(archive.content).context, false);
    return urls.sort();
  };
  const all = await counted();
  assert.equal(all.length, 4);
  assert.deepEqual(await counted(), []);
  await archive.save('2031-02-03');
  assert.deepEqual(await counted(), [addressOf('2031-02-03')]);
  assert.deepEqual(await counted(), []);
  await archive.correct(addressOf('2031-02-03'));
  assert.deepEqual(await counted(), [addressOf('2031-02-03')]);
  await writeFile(path.join(archive.notes, 'readings.json'), 'cut sho');
  assert.equal((await counted()).length, 5);
  assert.deepEqual(await counted(), []);
  assert.equal((await counted(true)).length, 5);
  await archive.put('outlets.yaml', outletLists[1] ?? '');
  assert.equal((await counted()).length, 5);
});

const outletLists = ['潮讯社', '海港报', '潮汐社'].map(
  (name) =>
    `- {id: tidewire, names: {zh-Hans: ${name}, en: Tidewire}, aliases: [], place: Caldmere, kind: agency}\n`,
);

const days = ['2031-01-05', '2031-01-05b', '2031-03-09', '2031-04-11', '2031-04-12'];
const addressOf = (day: string): string => `https://mfa.caldmere.example/zh/${day}.html`;

/** A content folder of the Republic of Caldmere with four pages, and edits of every kind. */
async function openArchive(chance: Chance) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-memory-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const content = path.join(folder, 'content');
  const notes = path.join(folder, '.cache/parsed/caldmere-zh');
  let runs = 0;
  const put = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(content, name)), { recursive: true });
    await writeFile(path.join(content, name), text);
  };
  const store = async (day: string, page: string): Promise<void> => {
    const saved = path.join(folder, 'page.html');
    await writeFile(saved, page);
    const { sources } = await readContent(content);
    const started = new Date(Date.UTC(2032, 0, 1, runs++));
    const options = { content, sources: sources.values(), started, url: addressOf(day) };
    for await (const outcome of importFiles([saved], options))
      assert.notEqual(outcome.kind, 'refused');
  };
  const save = (day: string) => store(day, pageOf(day, chance));
  const correct = async (url: string): Promise<void> => {
    const seen = (await listCaptures(content, 'caldmere-zh')).filter((it) => it.url === url);
    const captures = seen.map(({ sha256 }) => sha256).join(', ');
    const block = `{starts: 开场说明, as: ${chance.pick(['note', 'noise', 'statement'])}, label: 林远}`;
    await put(
      'corrections/caldmere-zh/2031.yaml',
      `url: ${url}\ncaptures: [${captures}]\nreason: Made up\nblocks: [${block}]\n`,
    );
  };
  /** Does something to one file of a folder, if there is one. */
  const meddle = async (where: string, ending: string, how: (file: string) => Promise<void>) => {
    const found = await readdir(where, { recursive: true }).catch(() => []);
    const names = found.filter((name) => name.endsWith(ending)).sort();
    if (names.length > 0) await how(path.join(where, chance.pick(names)));
  };
  const kinds: Record<string, () => Promise<void>> = {
    'a page': () => save(chance.pick(days)),
    'a page at another address too': async () => {
      const page = pageOf(days[0] ?? '', chance);
      runs += 1;
      await store(days[0] ?? '', page);
      await parseAll(content);
      await store(`${days[0]}-${runs}`, page);
    },
    'a page of another kind': () => store('about', '<title>About</title><h1>关于</h1>'),
    'an error page': () => store(chance.pick(days), '<title>404</title><p>404 not found</p>'),
    'a correction': () => correct(addressOf(chance.pick(days))),
    'no correction': () => rm(path.join(content, 'corrections'), { recursive: true, force: true }),
    'other outlets': () => put('outlets.yaml', chance.pick(outletLists)),
    'another publisher': () =>
      put(
        'sources/caldmere-zh.yaml',
        `${ministry['sources/caldmere-zh.yaml']?.replace('publisher: ', `publisher: ${chance.below(9)}`)}`,
      ),
    'another body': () =>
      put(
        'sources/caldmere-zh.yaml',
        `${ministry['sources/caldmere-zh.yaml']?.replace('#text', chance.pick(['#none', '#text p']))}`,
      ),
    'a WARC removed': () => meddle(path.join(content, 'captures'), '.warc.gz', rm),
    'a WARC cut': () =>
      meddle(path.join(content, 'captures'), '.warc.gz', async (file) => {
        const bytes = await readFile(file);
        await writeFile(file, bytes.subarray(0, bytes.length - 9));
      }),
    'a transcript edited': () =>
      meddle(path.join(content, 'transcripts'), '.json', (file) => writeFile(file, '{}')),
    'versions removed': () => meddle(path.join(content, 'versions'), '.json', rm),
    'a note damaged': () => meddle(notes, '.json', (file) => writeFile(file, '{"a":')),
    'a note removed': () => meddle(notes, '.json', rm),
    nothing: async () => {},
  };
  let left: string[] = [];
  for (const [name, text] of Object.entries(ministry)) await put(name, text);
  for (const day of days.slice(0, 4)) await save(day);
  return {
    folder,
    content,
    notes,
    put,
    save,
    correct,
    /** One edit by chance, each kind once before any comes again; says which. */
    async edit(): Promise<string> {
      if (left.length === 0) left = Object.keys(kinds);
      const kind = chance.pick(left);
      left = left.filter((other) => other !== kind);
      await kinds[kind]?.();
      return kind;
    },
  };
}

/** A made-up briefing; its words differ from one time to the next. */
function pageOf(day: string, chance: Chance): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const said = Array.from({ length: 2 + chance.below(3) }, (_, at) => {
    const asker = chance.pick(['潮讯社记者', '海港报记者', '子午周刊记者']);
    const question = `${asker}：第${at}项渡轮计划的第${chance.below(4)}号文件何时公布？`;
    return `<p>${question}</p><p>林远：该计划将在${chance.below(9)}天内公布，请保持关注。</p>`;
  });
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"></head><body><h1>${year}年${month}月${date}日外交部发言人林远主持例行记者会</h1><div id="text"><p>开场说明：今天天气很好。</p>${said.join('')}</div></body></html>`;
}

/** What a run of `lectern parse` says, prints and ends with, wherever the folder stands. */
async function parseAll(content: string) {
  const { context, spoken } = contextOf(content);
  const code = await parseCommand.run([], { verbose: true, json: true }, context);
  return { code, spoken: spoken.map((line) => line.replaceAll(/\S*\/(?=captures\/)/g, '')) };
}

function contextOf(content: string): { context: Context; spoken: string[] } {
  const spoken: string[] = [];
  const speak = (line: string) => void spoken.push(line);
  const progress = (what: string, total: number) => {
    speak(`${what} ${total}`);
    return { advance() {}, finish() {} };
  };
  const terminal = { print: speak, say: speak, stream: async () => {}, progress };
  const { signal } = new AbortController();
  return {
    context: { content, output: content, terminal, now: () => new Date(0), signal },
    spoken,
  };
}

/** Every file of a content folder, by name. */
async function textsIn(content: string): Promise<[string, string][]> {
  return [...(await readFolder(content))].map(([name, bytes]) => [name, bytes.toString('latin1')]);
}
