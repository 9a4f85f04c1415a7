import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { openPressOffice } from '../../demo/press-office.ts';
import { commands } from '../../src/commands/index.ts';
import { lectern } from '../commands/lectern.ts';
import { needTool } from '../debian.ts';
import { type Block, blocksOf, commandsOf, docFiles } from '../doc-blocks.ts';
import { openReaderShell } from '../reader-shell.ts';

for (const tool of ['curl', 'jq', 'git', 'git-lfs']) needTool(tool, tool);
const root = path.resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-docs-'));
const office = await openPressOffice();
const engine = await openEngine();
after(async () => {
  await office.close();
  engine.close();
  await rm(folder, { recursive: true, force: true });
});
const archive = path.join(folder, 'archive');
const exported = await prepare();
const { type, goTo } = await openReaderShell(folder, [
  [/(?<=add )https:\/\/mea\.caldmere\.example/, office.origin],
  [/localhost:(?:9200|7700)/g, engine.host],
  [/\/srv\/archive/, archive],
  [/^(node --import)/, `cd ${root} && $1`],
]);

/** Commands that are not run here, and why. */
const elsewhere: [command: RegExp, why: string][] = [
  [/^npm (?:test|run types)\b/, 'they are the run of tests that this is a part of'],
  [/^npm start\b/, 'an installation, by which every run of tests begins, and serve'],
  [/^npm run demo\b/, 'tests/full/demo.test.ts rehearses the same'],
  [/^npm run looks\b/, 'tests/full/site-looks.test.ts compares with what it keeps'],
  [/^mkdir briefings && cd briefings$/, 'tests/full/package.test.ts types it'],
  [/^npm install .*lectern-0\.1\.0\.tgz$/, 'tests/full/package.test.ts types it'],
  [/^npm install .*lectern-0\.2\.0\.tgz$/, 'there is no such version yet'],
];

/** What a fence may name beside commands, and who tries it. */
const written: Record<string, string> = {
  yaml: 'below, and the sources, dialects and topics among them where they are used',
  css: 'tests/full/package.test.ts',
  ts: 'tests/full/package.test.ts',
  js: 'tests/export/api.test.ts',
  sql: 'tests/full/exports.test.ts',
  markdown: 'tests/topics/suggest.test.ts',
  ini: 'systemd, which runs on no machine of tests',
  text: 'nobody: it is a picture',
};

const blocks = docFiles.flatMap(blocksOf);
const counts = { run: 0, elsewhere: new Map<string, number>() };

for (const file of docFiles) {
  const own = blocks.filter((block) => block.file === file && commandsOf(block).length > 0);
  const lines = own.flatMap(commandsOf);
  if (lines.length > 0)
    test(`${file}: each of its ${lines.length} commands does what it says`, () => typeAll(own));
}

async function typeAll(own: Block[]): Promise<void> {
  const [{ file = '' } = {}] = own;
  const home = path.join(folder, file.replaceAll('/', '-').replace('.md', ''));
  await cp(archive, home, { recursive: true });
  for (const block of own) {
    goTo(home);
    for (const line of commandsOf(block)) {
      const why = elsewhere.find(([pattern]) => pattern.test(line))?.[1];
      if (why !== undefined) {
        counts.elsewhere.set(why, (counts.elsewhere.get(why) ?? 0) + 1);
        continue;
      }
      const { code, said } = await type(line);
      assert.ok(code === 0 || code === 1, `${file}:${block.line} ${line}\n${code}\n${said}`);
      assert.doesNotMatch(said, /^(?:(?:lectern|sh|curl|jq|git):|npm (?:error|ERR!)) /m, line);
      counts.run += 1;
    }
  }
}

test('every command of the documentation was run, or is named with the reason', (t) => {
  const all = blocks.flatMap(commandsOf).length;
  const left = [...counts.elsewhere.values()].reduce((sum, count) => sum + count, 0);
  t.diagnostic(`${all} commands of ${docFiles.length} files: ${counts.run} run, ${left} elsewhere`);
  for (const [why, count] of counts.elsewhere) t.diagnostic(`${count}: ${why}`);
  assert.equal(counts.run + left, all);
  assert.equal(
    counts.elsewhere.size,
    new Set(elsewhere.map(([, why]) => why)).size,
    'none is stale',
  );
  const odd = blocks.filter(
    (block) => commandsOf(block).length === 0 && !(block.language in written),
  );
  assert.deepEqual(odd, []);
});

test('each YAML of the documentation is YAML', () => {
  for (const { file, line, text } of blocks.filter(({ language }) => language === 'yaml'))
    for (const { errors } of parseAllDocuments(text))
      assert.deepEqual(errors, [], `${file}:${line}`);
});

test('the lines that OpenSearch and Meilisearch were sent are the exchanges', () => {
  const sent = (end: string) =>
    engine.asked
      .filter(({ url }) => url.endsWith(end))
      .flatMap(({ body }) => body.trim().split('\n'));
  const [bulk, documents] = [sent('/_bulk'), sent('/documents')];
  const ids = exported.map(({ id }) => id);
  const lines = bulk.map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.filter((_, at) => at % 2 === 0).map(({ index }) => index._id),
    ids,
  );
  assert.deepEqual(
    lines.filter((_, at) => at % 2 === 1).map(({ id }) => id),
    ids,
  );
  const keys = documents.map((line) => JSON.parse(line).key);
  assert.deepEqual(
    keys,
    ids.map((id) => id.replaceAll('/', '_')),
  );
  for (const key of keys) assert.match(key, /^[\w-]+$/, 'what Meilisearch takes for an id');
});

for (const file of docFiles)
  test(`${file}: the commands and flags that it mentions are there`, async () => {
    const text = await readFile(path.join(root, file), 'utf8');
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

/** Flags that every command takes. */
const everywhere = ['--content', '--output', '--theme', '--quiet', '--debug'];

/** A new user's archive, built, with files of the names that the documentation uses; its exchanges. */
async function prepare(): Promise<{ id: string }[]> {
  await lectern('init', archive, '--contact', 'me@example.org', '--no-install');
  const content = path.join(archive, 'content');
  const page = await readFile(path.join(root, 'starter/samples/en.html'));
  await writeFile(path.join(archive, 'page.html'), page);
  const said =
    'title: Press briefing\nurl: https://x.caldmere.example/1\nauthor: Us\ncontent: \nQ: Why?\n';
  await writeFile(path.join(archive, 'page.txt'), said);
  const captures = path.join(content, 'captures');
  const names = await readdir(captures, { recursive: true });
  const warc = names.find((name) => name.endsWith('.warc.gz')) ?? '';
  await cp(path.join(captures, warc), path.join(archive, 'pages.warc.gz'));
  await cp(path.join(root, 'docs/data'), path.join(archive, 'docs/data'), { recursive: true });
  const lines = path.join(archive, 'data/exchanges.jsonl');
  await lectern('export', '--content', content, '--format', 'jsonl', '--to', lines);
  const site = path.join(archive, '_site');
  const { code, err } = await lectern('build', '--content', content, '--output', site);
  assert.equal(code, 0, err);
  const { code: made } = await openGit();
  assert.equal(made, 0);
  return (await readFile(lines, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function openGit(): Promise<{ code: number }> {
  const shell = await openReaderShell(folder, []);
  return shell.type(`git init -q ${archive} && cd ${archive} && git add . && git commit -qm Begin`);
}

/** Takes what is sent to a search engine, and says yes: none is to be had on every machine. */
async function openEngine() {
  const asked: { url: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ url: request.url ?? '', body });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return { asked, host, close: () => server.close() };
}
