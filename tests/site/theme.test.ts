import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { assetsOf } from '../../src/site/assets.ts';
import { templatesFolder } from '../../src/site/eleventy.ts';
import { themedFile, themeIn } from '../../src/site/theme.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-theme-'));
after(() => rm(folder, { recursive: true, force: true }));
const own = path.join(folder, 'theme');
const templates = templatesFolder;
const theme = { templates, own };
const files = {
  'assets/site.css': '@import "./site.css";\n:root{--act:#7a1f1f}\n',
  'parts/frame.ts': '',
  'parts/extra.ts': '',
};
for (const [name, text] of Object.entries(files)) {
  await mkdir(path.dirname(path.join(own, name)), { recursive: true });
  await writeFile(path.join(own, name), text);
}

const asked: [what: string, wanted: string, importer: string | null, got: string | null][] = [
  [
    'a template asks for a part of the theme',
    './parts/frame.ts',
    'T/home.11ty.ts',
    'O/parts/frame.ts',
  ],
  ['a template asks for a part that the theme has not', './parts/head.ts', 'T/home.11ty.ts', null],
  ['a template asks for the program', '../src/site/html.ts', 'T/home.11ty.ts', null],
  ['the theme asks for its own file', './extra.ts', 'O/parts/frame.ts', 'O/parts/extra.ts'],
  ["the theme asks for Lectern's", './head.ts', 'O/parts/frame.ts', 'T/parts/head.ts'],
  [
    "the theme asks by its own name for Lectern's",
    './frame.ts',
    'O/parts/frame.ts',
    'T/parts/frame.ts',
  ],
  [
    'the theme asks for the program',
    '../../src/site/html.ts',
    'O/parts/frame.ts',
    'T/../src/site/html.ts',
  ],
  ['the builder asks for a file of the theme', 'T/parts/frame.ts', null, 'O/parts/frame.ts'],
  ['somebody asks for a library', 'cheerio', 'O/parts/frame.ts', null],
];

for (const [what, wanted, importer, got] of asked) {
  test(what, () => {
    const at = (name: string) => path.normalize(name.replace(/^T/, templates).replace(/^O/, own));
    const wantedFile = /^[TO]\//.test(wanted) ? at(wanted) : wanted;
    assert.equal(themedFile(wantedFile, importer && at(importer), theme), got && at(got));
  });
}

test('a style sheet of the theme that imports itself is Lectern’s and then its own', async () => {
  const assets = path.join(templates, 'assets');
  const [plain, themed] = [await assetsOf(assets), await assetsOf(assets, theme)];
  const text = (map: typeof plain) => Buffer.from(map.get('site.css')?.bytes ?? []).toString();
  assert.ok(text(themed).startsWith(text(plain).trimEnd().slice(0, -1)), 'Lectern’s comes first');
  assert.match(text(themed), /--act:\s?#7a1f1f\}\s*$/);
  assert.equal(themed.get('ui.ts')?.path, plain.get('ui.ts')?.path, 'what has no twin stays');
});

test('a page template that Lectern has not is refused, and no theme is none', async () => {
  assert.equal(await themeIn(templates, path.join(folder, 'none')), null);
  assert.deepEqual(await themeIn(templates, own), theme);
  await writeFile(path.join(own, 'hom.11ty.ts'), '');
  await assert.rejects(themeIn(templates, own), /Expected a theme of files .*hom\.11ty\.ts`/);
});
