import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { contentFolder, good } from '../archive/content.ts';

const bin = path.resolve(import.meta.dirname, '../../bin/lectern.js');
const { 'corrections/caldmere/2031-05-06.yaml': _, ...files } = good;

test('a theme runs only if it is named, and a folder theme/ in content/ never', async () => {
  const folder = await contentFolder({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/${name}`, text])),
    'content/site.yaml':
      'title: {zh-Hans: 甲, en: A}\ndescription: {zh-Hans: 乙, en: B}\nlanguage: en\ncontact: null\ndocs: false\n',
  });
  const code = (mark: string) =>
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(path.join(folder, mark))}, '');\nexport * from './frame.ts';\n`;
  for (const [theme, mark] of [
    ['theme', 'beside'],
    ['content/theme', 'within'],
  ] as const) {
    await mkdir(path.join(folder, theme, 'parts'), { recursive: true });
    await writeFile(path.join(folder, theme, 'parts/frame.ts'), code(mark));
  }
  const build = (...flags: string[]) =>
    spawnSync(process.execPath, [bin, 'build', ...flags], { cwd: folder, encoding: 'utf8' });
  const plain = build();
  assert.equal(plain.status, 0, plain.stderr);
  assert.match(plain.stderr, /^note The folder theme\/ is not used: .* --theme theme$/m);
  assert.deepEqual([existsSync(path.join(folder, 'beside')), await site()], [false, true]);
  const named = build('--theme', 'theme');
  assert.equal(named.status, 0, named.stderr);
  assert.doesNotMatch(named.stderr, /not used/);
  assert.equal(existsSync(path.join(folder, 'beside')), true);
  assert.equal(existsSync(path.join(folder, 'within')), false);

  async function site(): Promise<boolean> {
    return (await readFile(path.join(folder, '_site/index.html'), 'utf8')).includes('<title>');
  }
});
