import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import { readContent } from '../../src/archive/read.ts';
import { sha256Of } from '../../src/capture/digest.ts';
import { importFiles } from '../../src/capture/import-files.ts';
import { openRun } from '../../src/capture/open-run.ts';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { type Context, exitCodes } from '../../src/commands/command.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { contentFolder } from '../archive/content.ts';
import { ministry } from '../caldmere.ts';
import { readFolder } from './folder.ts';
import { nonsense } from './nonsense.ts';

const url = 'https://mfa.caldmere.example/zh/t1.html';
const id = 'caldmere-zh/2031-03-05';

const folder = await contentFolder(
  Object.fromEntries(Object.entries(ministry).map(([name, text]) => [`content/${name}`, text])),
);
const content = path.join(folder, 'content');
const output = path.join(folder, 'site');
const said: string[] = [];
const context: Context = {
  content,
  output,
  terminal: {
    print: (line) => void said.push(line),
    say: (line) => void said.push(line),
    stream: async () => {},
    progress: () => ({ advance() {}, finish() {} }),
  },
  now: () => new Date('2031-03-20T00:00:00Z'),
  signal: new AbortController().signal,
};

const page = (lines: string[]): string =>
  [
    '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>记者会</title></head><body>',
    '<h1>2031年3月5日卡尔德米尔外交部发言人林远主持例行记者会</h1><div id="text">',
    ...lines.map((line) => `<p>　　${line}</p>`),
    '</div></body></html>',
  ].join('\n');

const ferry = ['潮讯社记者：北港新渡轮何时开航？', '林远：渡轮将于五月二日开航。票价不变。'];
const lighthouse = [
  '海港报记者：灯塔的修缮费用由谁承担？',
  '林远：费用由港务局承担，账目六月公布。',
];
const museum = ['子午周刊记者：博物馆为什么闭馆？', '林远：展厅正在加固，秋天重新开放。'];

/** Import a saved page and parse, as a person would who keeps saving it. */
async function see(lines: string[], started: string): Promise<void> {
  const { sources } = await readContent(content);
  const file = path.join(folder, 'page.html');
  await writeFile(file, page(lines));
  const options = { content, sources: sources.values(), started: new Date(started), url };
  for await (const outcome of importFiles([file], options))
    assert.notEqual(outcome.kind, 'refused');
  await rm(file);
  assert.equal(await parseCommand.run([], {}, context), 0, said.join('\n'));
}

/** The answer 404 in the place of the page, as fetching stores it. */
async function miss(recorded: string): Promise<void> {
  const run = openRun(content, new Date(recorded));
  const sha256 = sha256Of(Buffer.from(''));
  await run.add('caldmere-zh', {
    type: 'response',
    url,
    how: 'fetched',
    sha256,
    mediaType: 'text/html',
    recorded,
    contentType: 'application/http; msgtype=response',
    block: Buffer.from('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'),
    payloadDigest: `sha256:${sha256}`,
    absent: '404',
  });
  await run.close();
  assert.equal(await parseCommand.run([], {}, context), 0, said.join('\n'));
}

/** The site's pages by their path, as they stand after a build. */
async function built() {
  assert.equal(await build.run([], {}, context), 0, said.join('\n'));
  const files = await readFolder(output);
  return (name: string) => {
    const file = files.get(`${name}index.html`);
    assert.ok(file, `${name} is a page`);
    const main = load(file)('main');
    const text = main.text().replace(/\s+/g, ' ');
    const marked = (tag: string) =>
      main
        .find(tag)
        .toArray()
        .map((it) => load(it).text());
    return { main, text, marked };
  };
}

await see([...ferry, ...lighthouse, ...museum], '2031-03-05T10:00:00Z');
const first = await built();
await see([ferry[0] ?? '', '林远：渡轮将于六月二日开航。', ...museum], '2031-03-09T10:00:00Z');
const second = await built();
await miss('2031-03-12T10:00:00Z');
const third = await built();

test('one wording: nothing has changed, and the pages say so', () => {
  assert.match(first(`${id}/`).text, /one wording seen so far/);
  assert.match(first('changed/').text, /One wording of each record has been seen so far/);
});

test('another wording: the page of its versions says what differs, as a fact with both days', () => {
  const { main, text, marked } = second(`changed/${id}/`);
  assert.deepEqual([marked('del'), marked('ins')], [['五', '票价不变。'], ['六']]);
  assert.match(
    text,
    /票价不变。 此句见于2031年3月5日所见的文本，不见于2031年3月9日所见的文本。This sentence is in the version seen on 5 March 2031 and not in the version seen on 9 March 2031\./,
  );
  const omitted = main.find('#v2-q2');
  assert.equal(
    omitted.find('.pair > :first-child .question').text().trim(),
    '灯塔的修缮费用由谁承担？',
  );
  assert.match(
    omitted.find('.absent').text(),
    /This exchange is in the version seen on 5 March 2031 and not in the version seen on 9 March 2031\./,
  );
  assert.match(text, /§3: the same in both/);
});

test('the omitted question keeps its address and its last words; no other number shifts', () => {
  const gone = second(`${id}/2/`);
  assert.match(
    gone.text,
    /seen on 5 March 2031 \(v1\) and not in the version seen on 9 March 2031 \(v2\)/,
  );
  assert.match(gone.text, /费用由港务局承担/);
  assert.match(second(`${id}/3/`).text, /博物馆为什么闭馆/);
});

test('badges lead to the difference; an exchange that stayed the same says so', () => {
  const [changed, same] = [second(`${id}/1/`), second(`${id}/3/`)];
  assert.equal(changed.main.find('.facts a.more').attr('href'), `../../../changed/${id}/#v2-q1`);
  assert.match(changed.text, /v2.*changed after publication/);
  assert.match(same.text, /v2.*the same in every wording seen/);
  assert.match(second(`${id}/`).text, /changed after publication/);
});

test('the list of changes names what each exchange went through', () => {
  const { text, main } = second('changed/');
  assert.match(text, /§1 .*has other words in v1 than in v2/);
  assert.match(text, /§2 .*is in v1 and not in v2/);
  assert.equal(main.find('.facts a').attr('href'), `../changed/${id}/`);
});

test('a page that is gone keeps its last words, and says since when', async () => {
  const note = /On 12 March 2031, 10:00 UTC the page was first found missing .*\(status 404\)/;
  for (const name of [`${id}/`, `${id}/3/`, `changed/${id}/`]) assert.match(third(name).text, note);
  assert.match(third(`${id}/3/`).text, /展厅正在加固/);
  assert.match(third('changed/').text, /the page was found missing from its address/);
  const { transcript } = JSON.parse(
    await readFile(path.join(output, `api/v1/transcripts/${id}.json`), 'utf8'),
  );
  assert.deepEqual(transcript.vanished, { since: '2031-03-12T10:00:00Z', last: null, status: 404 });
});

for (const [what, name, edit, expected] of nonsense) {
  test(`${what}: check names the place, and nothing is built`, async () => {
    const file = path.join(content, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, edit(text));
    said.length = 0;
    const codes = [await check.run([], { json: false }, context), await build.run([], {}, context)];
    await writeFile(file, text);
    assert.deepEqual(codes, [exitCodes.problems, exitCodes.failed], said.join('\n'));
    assert.equal(said.filter((line) => expected.test(line)).length, 2, said.join('\n'));
  });
}
