import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openPressOffice } from '../../demo/press-office.ts';
import { commands } from '../../src/commands/index.ts';
import { lectern } from '../commands/lectern.ts';

const root = path.resolve(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/lectern.js');
const names = ['README.md', 'starter/README.md', ...(await docNames())];
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-docs-'));
const office = await openPressOffice();
after(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});
const archive = path.join(folder, 'archive');
await prepare();
let run = 0;
/** Flags that every command takes. */
const everywhere = ['--content', '--output', '--theme', '--quiet', '--debug'];

for (const name of names) {
  const text = await readFile(path.join(root, name), 'utf8');
  const lines = commandLines(text);
  if (lines.length > 0)
    test(`${name}: each of its ${lines.length} commands does what it says`, async () => {
      const home = path.join(folder, path.basename(name, '.md') + name.length);
      await cp(archive, home, { recursive: true });
      for (const line of lines) {
        const { code, said } = await type(line, home);
        assert.ok(code === 0 || code === 1, `${line}\n${code}\n${said}`);
        assert.doesNotMatch(said, /^lectern: /m, line);
        run += 1;
      }
    });
  test(`${name}: the commands and flags that it mentions are there`, async () => {
    for (const [, command = '', rest = ''] of text.matchAll(
      /`(?:npx )?lectern ([a-z]+)([^`\n]*)`/g,
    )) {
      if (command === 'help') continue;
      const known = await commands[command]?.();
      assert.ok(known, command);
      const flags = known.flags.map(([flag]) => /--[a-z-]+/.exec(flag)?.[0]);
      for (const [flag] of rest.matchAll(/--[a-z]+(?:-[a-z]+)*/g))
        assert.ok([...flags, ...everywhere].includes(flag), `${command} ${flag}`);
    }
  });
}

test('commands were run', (t) => {
  t.diagnostic(`${run} commands of ${names.length} files`);
  assert.ok(run >= 40, `${run}`);
});

async function docNames(): Promise<string[]> {
  const files = await readdir(path.join(root, 'docs'));
  return files.filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
}

/** The lines of a text's code blocks that call lectern; blocks of an example name what is not here. */
function commandLines(text: string): string[] {
  const blocks = [...text.matchAll(/^```(?:sh)?\n([\s\S]*?)^```$/gm)];
  return blocks
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => /^(?:npx )?lectern /.test(line));
}

/** A new user's archive, built, with files of the names that the documentation imports. */
async function prepare(): Promise<void> {
  await lectern(
    '--content',
    archive,
    'init',
    archive,
    '--contact',
    'me@example.org',
    '--no-install',
  );
  const page = await readFile(path.join(root, 'starter/samples/en.html'));
  await writeFile(path.join(archive, 'page.html'), page);
  const said =
    'title: Press briefing\nurl: https://x.caldmere.example/1\nauthor: Us\ncontent: \nQ: Why?\n';
  await writeFile(path.join(archive, 'page.txt'), said);
  const captures = path.join(archive, 'content/captures');
  const [warc = ''] = (await readdir(captures, { recursive: true })).filter((name) =>
    name.endsWith('.warc.gz'),
  );
  await cp(path.join(captures, warc), path.join(archive, 'pages.warc.gz'));
  await mkdir(path.join(archive, 'content/topics'), { recursive: true });
}

/** Type a line in a folder, as the documentation has it, on a press office that is on this machine. */
async function type(line: string, cwd: string): Promise<{ code: number; said: string }> {
  const here = line
    .replace(/^(?:npx )?lectern /gm, `"${process.execPath}" "${bin}" `)
    .replace(/ (add) (https\S+)/, ' $1 $2 --yes --allow-loopback')
    .replace(/ (update|fetch) /, ' $1 --allow-loopback --delay 0 ')
    .replace(/ (update|fetch)$/, ' $1 --allow-loopback --delay 0')
    .replace(/ init (\S+)/, ' init $1 --no-install')
    .replace(/(?<=add )https:\/\/mea\.caldmere\.example/, office.origin);
  const child = spawn('sh', ['-c', here], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (/lectern serve|" serve/.test(here) && /^http:/m.test(said) && child.pid)
        process.kill(-child.pid, 'SIGINT');
    });
  const [code] = await once(child, 'close');
  return { code: /" serve/.test(here) ? 0 : Number(code), said };
}
