import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { scene } from './import-scene.ts';
import { pageUrl, readAll, response, revisit, storeRun } from './pages.ts';

const text = (n: number) =>
  `title: Briefing ${n}\nurl: ${pageUrl(n)}\nauthor: Caldmere Press Office\ncontent: \nA reporter: Why?\n`;
const markdown = (n: number) =>
  `---\ntitle: Briefing\nsource_url: ${pageUrl(n)}\n---\n\nQ    Why?\n`;
const html = '<!doctype html><meta charset="gb2312"><h1>\xbc\xc7\xd5\xdf</h1>';

test('each form is stored as received, imported and never as a response', async () => {
  const page = Buffer.from(html, 'latin1');
  const { content, run } = await scene({
    'a.txt': text(1),
    'b.md': markdown(2),
    'c.html': page,
  });
  assert.equal((await run(['a.txt', 'b.md'])).code, 0);
  assert.equal((await run(['c.html'], { url: pageUrl(3) })).code, 0);
  const { captures } = await readAll(content);
  assert.deepEqual(
    captures.map((it) => [it.url, it.mediaType, it.how, it.retrieved, it.recorded]),
    [
      [pageUrl(1), 'text/plain', 'imported', undefined, '2031-05-31T18:00:00.000Z'],
      [pageUrl(2), 'text/markdown', 'imported', undefined, '2031-05-31T18:00:00.000Z'],
      [pageUrl(3), 'text/html', 'imported', undefined, '2031-05-31T18:00:00.000Z'],
    ],
  );
  assert.deepEqual(
    captures.map(({ bytes }) => Buffer.from(bytes)),
    [Buffer.from(text(1)), Buffer.from(markdown(2)), page],
  );
});

test('a folder is all files below it', async () => {
  const { run } = await scene({ 'all/x/1.txt': text(1), 'all/2.md': markdown(2), 'all/.3': 'x' });
  const { code, printed } = await run(['all']);
  assert.equal(code, 0);
  assert.equal(printed.at(-1), '2 files: 2 stored');
});

test('the same page is not stored twice, another wording of it is', async () => {
  const { content, run } = await scene({
    'a.txt': text(1),
    'b.txt': text(1),
    'c.txt': `${text(1)}!`,
  });
  const first = await run(['a.txt', 'b.txt']);
  assert.equal(first.printed.at(-1), '2 files: 1 stored, 1 already known');
  const again = await run(['a.txt']);
  assert.match(again.printed.at(-1) ?? '', /: 1 already known$/);
  assert.equal((await readdir(path.join(content, 'captures/caldmere/2031'))).length, 1);
  await run(['c.txt']);
  assert.equal((await readAll(content)).captures.length, 2);
});

test('a foreign WARC keeps its dates and heads, and nothing in it counts as fetched', async () => {
  const { run, root, content } = await scene({});
  const foreign = path.join(root, 'in');
  const captures = [response(1), revisit(1), response(2)].map((it) => ({
    ...it,
    how: 'imported' as const,
  }));
  const { code, printed } = await run([await storeRun(foreign, captures)]);
  assert.equal(code, 0);
  assert.match(printed[0] ?? '', /: 2 stored, 1 already known$/);
  const stored = (await readAll(content)).captures;
  assert.deepEqual(
    stored.map(({ url, recorded, how, retrieved }) => [url, recorded, how, retrieved]),
    [1, 2].map((n) => [pageUrl(n), response(n).recorded, 'imported', undefined]),
  );
});

test('a WARC of a Lectern archive keeps what was fetched as fetched', async () => {
  const { run, root, content } = await scene({});
  await run([await storeRun(path.join(root, 'in'), [response(1)])]);
  assert.equal((await readAll(content)).captures[0]?.retrieved, response(1).recorded);
});

test('what is no page or has no source is counted and left out', async () => {
  const { run, root } = await scene({ 'far.txt': text(1).replace('caldmere', 'arden') });
  const moved = Buffer.from('HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n');
  const image = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG');
  const warc = await storeRun(path.join(root, 'in'), [
    { ...response(1), block: moved, payloadDigest: 'none:' },
    { ...response(2), block: image, payloadDigest: 'none:', mediaType: 'image/png' },
  ]);
  const { code, printed, said } = await run(['far.txt', warc]);
  assert.equal(code, 0);
  assert.equal(printed.at(-1), '2 files: 1 of no source, 2 no page');
  assert.match(said[0] ?? '', /far\.txt: no source has `urls` that fit https:\/\/press\.arden/);
});

const refusals: [name: string, bytes: string | Buffer, reason: RegExp][] = [
  ['empty.html', '', /: Expected a page, got an empty file$/],
  ['page.html', '%PDF-1.7\n\x00', /: Expected a page, got a PDF$/],
  ['binary.txt', Buffer.from([1, 2, 0, 3]), /: Expected a page, got binary data$/],
  ['saved.html', '<html><p>x', /: Cannot import a saved HTML page without an address: give it/],
  [
    'no-url.txt',
    'title: X\ncontent:\nurl: https://a.example/\n',
    /without an address: add a header/,
  ],
  [
    'no-url.md',
    '---\ntitle: X\n---\n',
    /: Cannot import Markdown without an address: add `source_url/,
  ],
  ['open.md', '---\ntitle: X\n', /: Expected front matter between two lines `---`/],
  ['broken.md', '---\ntitle: "X\n---\n', /: Expected YAML in the front matter, got a fault: /],
  ['words.txt', 'Just some words.\n', /: Expected a WARC, a saved HTML page, Markdown/],
  [
    'bad-url.txt',
    'url: javascript:alert(1)\n',
    /: Expected an http address, got `javascript:alert/,
  ],
  ['missing.txt', '', /: Expected a file, got a name that does not exist$/],
];

for (const [name, bytes, reason] of refusals) {
  test(`${name} is refused in one line and the next file is stored`, async () => {
    const { run } = await scene({
      'good.txt': text(1),
      ...(name !== 'missing.txt' && { [name]: bytes }),
    });
    const { code, said, printed } = await run([name, 'good.txt']);
    assert.equal(code, 1);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', reason);
    assert.doesNotMatch(said[0] ?? '', /\n/);
    assert.equal(printed.at(-1), '2 files: 1 stored, 1 refused');
  });
}

test('of a WARC that is cut the good records are stored and the place is told', async () => {
  const { run, root, content } = await scene({});
  const warc = await storeRun(path.join(root, 'in'), [response(1), response(2)]);
  const file = path.join(root, 'in', warc);
  await writeFile(file, (await readFile(file)).subarray(0, -20));
  const { code, said, printed } = await run([warc]);
  assert.equal(code, 1);
  assert.match(
    said[0] ?? '',
    /\.warc\.gz:\d+: Expected a whole gzip member, got one cut by the end/,
  );
  assert.match(printed[0] ?? '', /: 1 stored, 1 damaged$/);
  assert.equal((await readAll(content)).captures.length, 1);
});

test('a page that comes again at once is stored once, and each is told in its turn', async () => {
  const { run, root, content } = await scene({});
  const pages = [1, 2, 1, 3, 1, 2].map((n) => response(n));
  const warc = await storeRun(path.join(root, 'in'), pages);
  const { printed } = await run([warc]);
  assert.match(printed[0] ?? '', /: 3 stored, 3 already known$/);
  assert.deepEqual(
    (await readAll(content)).captures.map(({ url }) => url),
    [1, 2, 3].map(pageUrl),
  );
});
