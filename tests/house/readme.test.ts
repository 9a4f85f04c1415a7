import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { commands } from '../../src/commands/index.ts';
import { source } from '../../src/model/source.ts';
import { lectern } from '../commands/lectern.ts';
import { root } from './files.ts';

const file = path.join(root, 'README.md');
const readme = readFileSync(file, 'utf8');
const block = /(<!-- lectern --help[^\n]*\n```text\n)([\s\S]*?)(```\n<!-- end -->)/;

test('the command line in the README is that of --help; UPDATE=1 writes it', async () => {
  const { out } = await lectern('--help');
  if (process.env.UPDATE) writeFileSync(file, readme.replace(block, `$1${out}$3`));
  assert.equal(block.exec(readme)?.[2], out);
});

test('the source in the README is one that would load', () => {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  assert.equal(source.parse(parse(yaml)).id, 'caldmere');
});

test('the README names only commands, scripts and files that there are', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const [, name = ''] of readme.matchAll(/npx lectern ([a-z]+)/g))
    assert.ok(name in commands, name);
  for (const [, name = ''] of readme.matchAll(/npm run ([a-z:]+)/g))
    assert.ok(name in scripts, name);
  const files = [...readme.matchAll(/\]\(([^)]+)\)|`((?:src|tests|docs)\/[^`<…]+)`/g)];
  assert.ok(files.length >= 1);
  for (const [, link, mentioned] of files) {
    assert.ok(existsSync(path.join(root, link ?? mentioned ?? '')), link ?? mentioned);
  }
});
