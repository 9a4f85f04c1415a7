import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { readWritten } from '../../src/archive/read.ts';
import { markup } from '../../src/site/markdown.ts';
import { contentFolder, good } from './content.ts';

const site =
  'title: {zh-Hans: 甲, en: A}\ndescription: {zh-Hans: 乙, en: B}\nlanguage: en\ncontact: null\n';
const source = good['sources/caldmere.yaml'];
const correction = good['corrections/caldmere/2031-05-06.yaml'];

const hostile = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://caldmere.example/',
];
/** Where content/ holds an address: file, its text with one in it, and the place where it is named. */
const fields: [what: string, file: string, text: (url: string) => string, at: string][] = [
  [
    'rights.url',
    'sources/caldmere.yaml',
    (url) => source.replace('url: null', `url: "${url}"`),
    '9:34',
  ],
  ['url of site.yaml', 'site.yaml', (url) => `${site}url: "${url}"\n`, '5:1'],
  ['contact', 'site.yaml', (url) => site.replace('contact: null', `contact: "${url}"`), '4:1'],
  [
    'url of a correction',
    'corrections/caldmere/2031-05-06.yaml',
    (url) => correction.replace(/url: .*/, `url: "${url}"`),
    '1:1',
  ],
  [
    'start of a listing',
    'sources/caldmere.yaml',
    (url) => `${source}listings: [{start: "${url}"}]\n`,
    '11:13',
  ],
  [
    'next of a listing',
    'sources/caldmere.yaml',
    (url) => `${source}listings: [{start: "https://a.example/", next: "${url}{n}"}]\n`,
    '11:42',
  ],
];
for (const [what, file, text, at] of fields) {
  test(`${what} takes no address that is not of the web`, async () => {
    for (const url of hostile) {
      if (what === 'contact' && url.startsWith('mailto')) continue;
      const { problems } = await readWritten(await contentFolder({ ...good, [file]: text(url) }));
      const found = problems.map(({ file, line, column }) => `${file}:${line}:${column}`);
      assert.ok(found.includes(`${file}:${at}`), `${url}: ${JSON.stringify(problems)}`);
    }
  });
}

test('an address with a line end or a control character in it is none', async () => {
  for (const url of [
    'https://a.example/\\u001b[2J',
    'ht\\ntps://a.example/',
    'https://a.example/\\u202e',
  ]) {
    const text = source.replace('url: null', `url: "${url}"`);
    const { problems } = await readWritten(
      await contentFolder({ ...good, 'sources/caldmere.yaml': text }),
    );
    assert.match(problems[0]?.reason ?? '', /^Expected an address such as https:/, url);
  }
});

const markdown: [what: string, line: string, words: string][] = [
  ['a script', '[press](javascript:alert(1))', 'press'],
  ['a script in capitals', '[press](JAVASCRIPT:alert(1))', 'press'],
  ['a script behind entities', '[press](&#106;avascript:alert(1))', 'press'],
  ['a script with a line end', '[press](<java&NewLine;script:alert(1)>)', 'press'],
  ['a script by definition', '[press][far]\n\n[far]: javascript:alert(1)', 'press'],
  ['a script within angles', '<javascript:alert(1)>', 'alert'],
  ['data', '[press](data:text/html;base64,PHNjcmlwdD4=)', 'press'],
  ['a file', '[press](file:///etc/passwd)', 'press'],
  ['a link within the words of a link', '[\\[a\\](javascript:a)](javascript:b)', 'a'],
  ['a picture of another host', '![seal](https://far.example/p.png)', 'seal'],
  ['a picture without a scheme', '![seal](//far.example/p.png)', 'seal'],
  ['a picture with backslashes', '![seal](/\\\\far.example/p.png)', 'seal'],
  ['a picture in data', '![seal](data:image/svg+xml,x)', 'seal'],
  ['a picture by definition', '![seal][far]\n\n[far]: https://far.example/p.png', 'seal'],
];
const foreign = /javascript:|data:|file:|\/\/far\.example/i;
for (const [what, line, words] of markdown) {
  test(`Markdown with ${what} is named, and only its words are printed`, async () => {
    const files = {
      'pages/about.md': `---\ntitle: About\n---\n\nFirst.\n\nSee ${line}\n`,
      'topics/harbour.md': `${good['topics/harbour.md']}\nSee ${line}\n`,
    };
    const { problems, pages, topics } = await readWritten(
      await contentFolder({ ...good, ...files }),
    );
    const found = problems.map((it) => `${it.file}:${it.line}`);
    const below = line.includes('\n\n') ? 2 : 0;
    assert.deepEqual(found, [`topics/harbour.md:${9 + below}`, `pages/about.md:${7 + below}`]);
    assert.match(problems[0]?.reason ?? '', /^Expected a (?:link to|picture of)/);
    for (const text of [pages[0]?.markdown ?? '', topics.get('harbour')?.description ?? '']) {
      assert.ok(text.includes(words), text);
      const page = String(markup(text));
      assert.doesNotMatch(page, /(?:href|src)="(?:javascript|data|file|[^"]*\/\/far\.example)/i);
    }
    const unread = String(markup(`See ${line}`));
    assert.doesNotMatch(unread, new RegExp(`(?:href|src)="[^"]*(?:${foreign.source})`, 'i'));
  });
}

test('links to the web, to a letter, to the site, and its pictures stay as they are', async () => {
  const text =
    '[a](https://far.example/) [b](mailto:desk@caldmere.example) [c](../sources/) [d](#e) ![f](/g.png) <https://h.example/>\n\n```\n[i](javascript:j)\n```';
  const files = { 'pages/about.md': `---\ntitle: About\n---\n${text}\n` };
  const { problems, pages } = await readWritten(await contentFolder({ ...good, ...files }));
  assert.deepEqual(problems, []);
  assert.equal(pages[0]?.markdown, text);
});

test('the documentation has no link that content/ may not have', async () => {
  const folder = path.join(import.meta.dirname, '../../docs');
  const about = await readFile(path.join(folder, 'security.md'), 'utf8');
  const content = await contentFolder(good);
  await writeFile(path.join(content, 'pages/about.md'), `---\ntitle: About\n---\n${about}`);
  assert.deepEqual((await readWritten(content)).problems, []);
});
