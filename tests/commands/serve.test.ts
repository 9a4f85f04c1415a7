import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { chanceFrom } from '../ledger/random.ts';
import { withFolders } from '../site/edits.ts';
import { livingArchive } from '../site/living-archive.ts';

const program = path.join(import.meta.dirname, '../../bin/lectern.js');
const archive = await livingArchive(chanceFrom(6));
after(archive.remove);

/** Asks for a page until it is as told. */
async function seen(address: string, isSo: (page: string) => boolean): Promise<string> {
  let page = '';
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    page = await (await fetch(address)).text();
    if (isSo(page)) return page;
  }
  throw new Error(
    `Expected another page at ${address} within a minute, got \`${page.slice(0, 500)}\``,
  );
}

/** The first line that is answered to a target which no browser would send as it is. */
const firstLine = (address: string, target: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.on('error', reject).on('close', () => reject(new Error(`No answer to ${target}`)));
    socket.once('data', (bytes) => resolve(String(bytes).split('\r\n')[0] ?? ''));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });

const sheetOf = (page: string): string => /\/assets\/site\.[0-9a-f]+\.css/.exec(page)?.[0] ?? '';

/** The first line of standard output: what to open. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  assert.ok(stdout, 'Expected standard output, got none');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('Expected an address, got nothing');
}

test('serve shows an edit of the content and one of the look, and builds only the former', async () => {
  await withFolders(async (site) => {
    const { content, theme } = archive;
    const flags = ['--content', content, '--output', site, '--theme', theme];
    const child = spawn(process.execPath, [program, ...flags, 'serve', '--port', '8480']);
    const talk: string[] = [];
    child.stderr.on('data', (text) => void talk.push(String(text)));
    const address = await addressOf(child);
    await mkdir(path.join(content, 'pages'), { recursive: true });
    const page = (text: string) => `---\ntitle: About\n---\n\n${text}\n`;
    await writeFile(path.join(content, 'pages/about.md'), page('The first wording.'));
    const plain = await seen(`${address}about/`, (it) => it.includes('The first wording.'));
    await archive.restyle();
    const styled = await seen(address, (it) => sheetOf(it) !== sheetOf(plain));
    const sheet = await (await fetch(new URL(sheetOf(styled), address))).text();
    assert.match(sheet, /#7a1f1f/);
    await writeFile(path.join(content, 'pages/about.md'), page('The second wording.'));
    await seen(`${address}about/index.html`, (it) => it.includes('The second wording.'));
    for (const target of ['/%', '//', 'http://', '/.lectern/'])
      assert.match(await firstLine(address, target), /^HTTP\/1\.1 40[04] /, target);
    await seen(`${address}about/`, (it) => it.includes('The second wording.'));
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.equal(code, 0, talk.join(''));
    assert.match(talk.join(''), /Pages have the new look/);
    const built = await readFile(path.join(site, 'about/index.html'), 'utf8').catch(() => '');
    assert.doesNotMatch(built, /The second wording/);
  });
});
