import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { exitCodes } from '../../src/commands/command.ts';
import { contentFolder, good } from '../archive/content.ts';
import { lectern, type Run } from './lectern.ts';

const page = (day: number): string =>
  [
    `title: Press briefing of ${day} May 2031`,
    `url: https://press.caldmere.example/briefings/2031-05-0${day}`,
    'author: Caldmere Press Office',
    'content: ',
    'Q: When does the bridge open?',
    'A: Tomorrow.',
    '',
  ].join('\n');

const inputs: Record<string, string | Uint8Array> = {
  'empty.txt': '',
  'report.html': '%PDF-1.4\n%%EOF\n',
  'cut.warc.gz': gzipSync('WARC/1.1\r\nWARC-Type: response\r\n'.repeat(50)).subarray(0, 40),
  'good.txt': page(6),
  'later.txt': page(7),
};

const brokenSource = good['sources/caldmere.yaml'].replace('id: caldmere', 'id: broken');
const content = await contentFolder({
  ...good,
  'sources/broken.yaml': `${brokenSource}colour: red\n`,
  'topics/nameless.md': '---\nid: nameless\nphrases: {en: [bridge]}\n---\nBridges.\n',
});
const odd = await contentFolder({
  ...good,
  'sources/caldmere.yaml': `${good['sources/caldmere.yaml']}profile:\n  body: ['#record']\n`,
});
const incoming = path.join(content, 'incoming');
await mkdir(incoming);
for (const [name, bytes] of Object.entries(inputs)) {
  await writeFile(path.join(incoming, name), bytes);
}
const files = Object.keys(inputs).map((name) => path.join(incoming, name));
const imported = await lectern('import', '--content', content, ...files);
const parsed = await lectern('parse', '--content', content);

/** The lines on standard error that name a file. */
const linesAbout = (run: Run, file: string): string[] =>
  run.err.split('\n').filter((line) => line.includes(file));

const refused: [file: string, reason: RegExp][] = [
  ['incoming/empty.txt', /: Expected a page, got an empty file$/],
  ['incoming/report.html', /: Expected a page, got a PDF$/],
  ['incoming/cut.warc.gz', /: Expected a whole gzip member, got one cut by the end of the file/],
];

for (const [file, reason] of refused) {
  test(`importing ${file} is refused in one line that names it`, () => {
    const lines = linesAbout(imported, file);
    assert.equal(lines.length, 1, imported.err);
    assert.match(lines[0] ?? '', reason);
    assert.equal(imported.code, exitCodes.problems);
  });
}

const misfits: [file: string, line: RegExp][] = [
  ['sources/broken.yaml', /broken\.yaml:11:1 Expected a known field, got `colour`$/],
  ['topics/nameless.md', /nameless\.md:2:1 Expected fields with values for `names`, got nothing$/],
];

for (const [file, line] of misfits) {
  test(`${file} is named with line and field, and the good ones are parsed`, () => {
    const lines = linesAbout(parsed, file);
    assert.equal(lines.length, 1, parsed.err);
    assert.match(lines[0] ?? '', line);
    assert.equal(parsed.code, exitCodes.problems);
  });
}

/** What `parse` says of a saved page of the source whose body should be `#record`. */
async function parseSaved(day: number, body: string): Promise<Run> {
  const file = path.join(odd, `page-${day}.html`);
  const title = `Press briefing of ${day} May 2031`;
  await writeFile(file, `<title>${title}</title>\n<h1>${title}</h1>\n${body}`);
  const url = `https://press.caldmere.example/briefings/2031-05-0${day}`;
  await lectern('import', '--content', odd, '--url', url, file);
  return lectern('parse', '--content', odd);
}

const spoken = '<p>Q: When does the bridge open on its new piers?</p><p>A: It opens tomorrow.</p>';

test('a page whose body was guessed is read, told with its place, and sets the exit code', async () => {
  const { code, out, err } = await parseSaved(6, `<div>${spoken.repeat(4)}</div>`);
  assert.equal(code, exitCodes.problems, err);
  assert.match(err, /3:1\s+warning\s+Expected a body at `#record`, got none; .*body-guessed/);
  assert.match(out, /1 transcripts .* 1 without the declared body/);
});

test('a conference without an exchange is an error with its place, and the other pages are read', async () => {
  const { code, out, err } = await parseSaved(7, '<div id="record"><p>The hall is open.</p></div>');
  assert.equal(code, exitCodes.problems, err);
  assert.match(err, /3:21\s+error\s+Expected a question and its answer .*no-exchange/);
  assert.match(out, /2 pages, 1 transcripts .* 1 failed/);
});

test('the good pages of the run are captured and become transcripts, whole files only', async () => {
  const files = await readdir(content, { recursive: true });
  const of = (folder: string) =>
    files.filter((file) => file.startsWith(`${folder}/`) && /\.\w+$/.test(file));
  const warcs = of('captures').filter((file) => file.endsWith('.warc.gz'));
  assert.equal(warcs.length, 1);
  assert.deepEqual(of('transcripts').sort(), [
    'transcripts/caldmere/2031/2031-05-06.json',
    'transcripts/caldmere/2031/2031-05-07.json',
  ]);
  assert.deepEqual(of('ledger').sort(), [
    'ledger/caldmere/2031.jsonl',
    'ledger/caldmere/heads.jsonl',
  ]);
});

test('a transcript that does not fit the schema is named with line and field, the rest is exported', async () => {
  const file = path.join(content, 'transcripts/caldmere/2031/2031-05-06.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"kind": "conference"', '"kind": "concert"'));
  const { code, out, err } = await lectern('export', '--content', content, '--format', 'jsonl');
  await writeFile(file, text);
  assert.equal(code, exitCodes.problems);
  assert.match(
    err,
    /2031-05-06\.json:8:3 Expected one of `conference`, .* for `kind`, got `concert`\n/,
  );
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id),
    ['caldmere/2031-05-07/1'],
  );
});

test('the same run again stores nothing and writes the same bytes', async () => {
  const read = async () => {
    const names = (await readdir(content, { recursive: true })).filter((name) =>
      /\.jsonl?$/.test(name),
    );
    return Promise.all(names.sort().map((name) => readFile(path.join(content, name), 'utf8')));
  };
  const bytes = await read();
  assert.ok(bytes.length >= 3);
  const again = await lectern('import', '--content', content, ...files.slice(-2));
  assert.match(again.out, /^2 files: 2 already known$/m);
  const told = await lectern('import', '--content', content, '--json', ...files.slice(-2));
  assert.deepEqual(
    JSON.parse(told.out).map(({ known }: { known: number }) => known),
    [1, 1],
  );
  await lectern('parse', '--content', content);
  assert.deepEqual(await read(), bytes);
});
