import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { lectern } from '../commands/lectern.ts';
import { needTool } from '../debian.ts';

const root = path.resolve(import.meta.dirname, '../..');

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-hosting-'));
const site = path.join(folder, 'site');
const content = path.join(root, 'content');
const { code, err } = await lectern('--content', content, '--output', site, 'build');
assert.equal(code, 0, err);
after(() => rm(folder, { recursive: true, force: true }));

/** A server by the sample in `hosting/` with nothing changed but name, root and port. */
const servers = [
  { name: 'nginx', from: 'nginx-light', start: startNginx },
  { name: 'caddy', from: 'caddy', start: startCaddy },
];
for (const { name, from, start } of servers) {
  test(`a site behind the sample of ${name}: headers, compression, not found, cache lifetimes`, async (t) => {
    needTool(name, from);
    const port = await freePort();
    const server = await start(port);
    const said: string[] = [];
    server.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    t.after(async () => {
      server.kill();
      if (server.exitCode === null) await once(server, 'close');
    });
    await check((url) => ask(port, url, server, said));
  });
}

async function check(get: (url: string) => Promise<Answer>): Promise<void> {
  const home = await get('/');
  assert.equal(home.status, 200);
  assert.equal(home.headers['content-encoding'], 'gzip');
  assert.equal(home.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(home.headers['cache-control'], 'no-cache');
  assert.equal(home.headers['x-content-type-options'], 'nosniff');
  assert.equal(home.headers['x-frame-options'], 'DENY');
  assert.equal(home.headers['referrer-policy'], 'strict-origin-when-cross-origin');
  assert.ok(home.headers.etag, 'Expected an ETag, got none');
  const topics = await get('/topics');
  assert.match(String(topics.status), /^30[18]$/);
  assert.equal(topics.headers.location, '/topics/');

  const missing = await get('/no/such/page');
  assert.equal(missing.status, 404);
  assert.equal(missing.headers['x-frame-options'], 'DENY');
  assert.match(missing.headers['content-type'] ?? '', /^text\/html/);

  for (const hidden of ['/.lectern/', '/.git/config', '/%2electern/x', '/about/.env']) {
    await mkdir(path.join(site, decodeURIComponent(path.dirname(`${hidden}x`))), {
      recursive: true,
    });
    if (!hidden.endsWith('/'))
      await writeFile(path.join(site, decodeURIComponent(hidden)), 'hidden');
    assert.equal((await get(hidden)).status, 404, hidden);
  }

  const assets = (await readdir(path.join(site, 'assets'))).map((name) => `/assets/${name}`);
  assert.ok(assets.some((name) => name.endsWith('.css')));
  for (const asset of assets) {
    const { headers } = await get(asset);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', asset);
    assert.equal(headers['x-content-type-options'], 'nosniff', asset);
  }
  const shards = await readdir(path.join(site, 'search'), { recursive: true });
  const shard = shards.find((name) => /^[0-9a-f]{16}\/.*\.bin$/.test(name));
  const kept = await get(`/search/${shard}`);
  assert.equal(kept.status, 200, shard);
  assert.match(kept.headers['cache-control'] ?? '', /immutable/);

  const api = (await readdir(path.join(site, 'api/v1'))).find((name) => name.endsWith('.json'));
  const answer = await get(`/api/v1/${api}`);
  assert.equal(answer.status, 200, api);
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['cache-control'], 'no-cache');
  assert.equal(answer.headers['content-type'], 'application/json');
}

async function startNginx(port: number) {
  const file = path.join(folder, 'nginx.conf');
  await writeFile(file, await nginxConfig(port));
  return spawn('nginx', ['-c', file, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Inside the least that nginx needs around the sample. */
async function nginxConfig(port: number): Promise<string> {
  const text = await readFile(path.join(root, 'hosting/nginx.conf'), 'utf8');
  const headers = path.join(folder, 'lectern-headers.conf');
  await cp(path.join(root, 'hosting/lectern-headers.conf'), headers);
  const server = text
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/www/briefings', site)
    .replaceAll('/etc/nginx/lectern-headers.conf', headers);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  return `user root;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temp}\n${server}}\n`;
}

async function startCaddy(port: number) {
  const text = await readFile(path.join(root, 'hosting/Caddyfile'), 'utf8');
  const sample = text
    .replace('briefings.example.org', `http://127.0.0.1:${port}`)
    .replace('/var/www/briefings', site);
  const file = path.join(folder, 'Caddyfile');
  await writeFile(file, `{\n\tadmin off\n\tauto_https off\n}\n${sample}`);
  return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
}

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
}

/** One GET; asked again while the server is still opening its port. */
async function ask(
  port: number,
  url: string,
  server: { exitCode: number | null },
  said: string[],
): Promise<Answer> {
  for (;;) {
    const answer = await getOnce(port, url);
    if (answer) return answer;
    assert.equal(server.exitCode, null, said.join(''));
  }
}

const getOnce = (port: number, url: string): Promise<Answer | null> =>
  new Promise((resolve) => {
    const headers = { 'accept-encoding': 'gzip' };
    const asked = request({ host: '127.0.0.1', port, path: url, headers }, (response) => {
      response.resume().on('end', () => {
        const fields = Object.entries(response.headers).map(([name, it]) => [name, String(it)]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(fields) });
      });
    });
    asked.on('error', () => resolve(null)).end();
  });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
