import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { readFolder } from '../commands/folder.ts';
import { lectern } from '../commands/lectern.ts';

const root = await mkdtemp(path.join(tmpdir(), 'lectern-withheld-'));
after(() => rm(root, { recursive: true, force: true }));
const [content, site] = [path.join(root, 'content'), path.join(root, '_site')];
const run = (...args: string[]) => lectern('--content', content, '--output', site, ...args);

/** The words that are withheld, and others of the same page. */
interface Words {
  gone: string;
  kept: string;
}

/** The first clauses of two exchanges' last turns. */
async function wordsOf(id: string, other: string): Promise<Words> {
  const { out } = await run('export', '--format', 'jsonl');
  const lines: { id: string; turns: { text: string }[] }[] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const said = (of: string) =>
    lines
      .find((it) => it.id === of)
      ?.turns.at(-1)
      ?.text.split('\n')[0]
      ?.slice(0, 24) ?? '';
  return { gone: said(id), kept: said(other) };
}

/** Files below a folder that hold words, also inside a ZIP. */
async function filesWith(folder: string, words: string): Promise<string[]> {
  return [...(await readFolder(folder))].flatMap(([name, bytes]) => {
    const inside = name.endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes];
    return inside.some((each) => Buffer.from(each).includes(words)) ? [name] : [];
  });
}

test('what is withheld leaves pages, exports in the site, and what is remembered', async () => {
  const seed = path.join(import.meta.dirname, '../../content');
  await cp(seed, content, { recursive: true });
  const id = 'scio-mfa/2021-01-28/3';
  const { gone, kept } = await wordsOf(id, 'scio-mfa/2021-01-28/2');
  assert.ok(gone.length > 10 && kept.length > 10, 'words to look for');
  const cache = path.join(root, '.cache');
  await run('parse');
  await run('build');
  await run('export', '--format', 'pack', '--to', path.join(site, 'data'));
  await run('export', '--format', 'jsonl', '--to', path.join(site, 'files/all.jsonl'));
  await run('export', '--format', 'pack', '--to', path.join(root, 'pack'));
  // A file that an export left when it was killed.
  await writeFile(path.join(site, 'data/turns.csv.77-1.part'), gone);
  await run('build');
  assert.ok((await filesWith(site, gone)).length > 10);
  assert.ok((await filesWith(cache, gone)).length > 0);
  assert.equal((await run('settle', id, '--withhold', 'Court order 7')).code, 0);
  const built = await run('build');
  assert.equal(built.code, 0, built.err);
  assert.match(
    built.err,
    /Removed from the site, .*exported before something was withheld: data\//,
  );
  assert.deepEqual(await filesWith(site, gone), []);
  assert.deepEqual(await filesWith(cache, gone), []);
  const left = await readFolder(site);
  assert.deepEqual(
    [...left.keys()].filter((file) => /^(?:data|files)\//.test(file)),
    ['data/index.html'],
  );
  assert.doesNotMatch(String(left.get('data/index.html')), /datapackage\.json/);

  // Later exports stay, one over an older pack leaves nothing of it, and parsing keeps no words.
  await run('parse');
  await run('export', '--format', 'pack', '--to', path.join(site, 'data'));
  await run('export', '--format', 'jsonl', '--to', path.join(site, 'files/all.jsonl'));
  await run('export', '--format', 'pack', '--to', path.join(root, 'pack'));
  const again = await run('build');
  assert.doesNotMatch(again.err, /Removed/);
  assert.ok((await filesWith(site, kept)).includes('data/exchanges.jsonl'));
  assert.ok((await filesWith(site, kept)).includes('files/all.jsonl'));
  for (const folder of [site, cache, path.join(root, 'pack')])
    assert.deepEqual(await filesWith(folder, gone), [], folder);
  const turns = await run('export', '--format', 'jsonl', '--unit', 'turn');
  assert.equal(turns.out.includes(gone), false);
  for (const args of [
    ['search', `"${gone}"`],
    ['history', id],
    ['export', '--format', 'csv'],
  ])
    assert.equal((await run(...args)).out.includes(gone), false, args.join(' '));
  assert.match((await run('search', '--json', `"${gone}"`)).out, /"total":0/);
});
