import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { type Served, serveSite } from '../../src/site/serve-site.ts';

const root = await mkdtemp(path.join(tmpdir(), 'lectern-serve-'));
const site = path.join(root, 'site');
const secret = 'the secret of Caldmere';
const files: Record<string, string> = {
  'site/index.html': '<!DOCTYPE html><title>Home</title><p>The front page.',
  'site/404.html': '<!DOCTYPE html><title>404</title><p>Nothing here.',
  'site/100%.html': '<!DOCTYPE html><title>All</title><p>All of it.',
  'site/.well-known/security.txt': 'Contact: mailto:desk@caldmere.example\n',
  'site/.lectern/state.json': secret,
  'site/.git/config': secret,
  'site/docs/.env': secret,
  'site.old/secret.txt': secret,
};
for (const [name, text] of Object.entries(files)) {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), text);
}
const said: string[] = [];
const serve = (port: number, more: { host?: string; pathPrefix?: string } = {}): Promise<Served> =>
  serveSite(site, {
    pathPrefix: '/',
    port,
    say: (line) => void said.push(line),
    answer: async (sitePath) => {
      if (sitePath === '/broken/') throw new Error('Cannot make this page');
      return null;
    },
    ...more,
  });
const served = await serve(8490);
const portOf = ({ address }: Served): number => Number(new URL(address).port);
const port = portOf(served);
after(async () => {
  await served.close();
  await rm(root, { recursive: true, force: true });
});

/** What comes back for these bytes, until the server closes or the first answer is whole. */
const raw = (bytes: string | Buffer, to = port): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(to, 'localhost', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk) => {
      text += chunk;
      if (/^HTTP\/1\.1 101 /.test(text)) socket.end();
    });
    socket.on('end', () => resolve(text)).on('error', reject);
  });

const get = (target: string, ...headers: string[]): string =>
  [`GET ${target} HTTP/1.1`, 'Connection: close', ...headers, '', ''].join('\r\n');
const local = `Host: localhost:${port}`;
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);

async function answersStill(): Promise<void> {
  const home = await raw(get('/', local));
  assert.equal(statusOf(home), 200);
  assert.match(home, /The front page/);
}

const targets: [target: string, status: number][] = [
  ['/', 200],
  ['/?q=%', 200],
  [`http://localhost:${port}/`, 200],
  ['/.well-known/security.txt', 200],
  ['/.11ty/reload-client.js', 200],
  ['/100%25', 200],
  ['/nothing/', 404],
  ['/%', 400],
  ['/%E0%A4%A', 400],
  ['/a%00b', 400],
  ['/a%0d%0ab', 400],
  ['//', 404],
  ['///', 404],
  ['//evil.example/', 404],
  ['http://', 400],
  ['http://localhost:99999/', 400],
  ['http://evil.example/', 403],
  ['*', 400],
  ['index.html', 400],
  ['/broken/', 500],
  ['/.lectern/state.json', 404],
  ['/%2electern/state.json', 404],
  ['/x/../.lectern/state.json', 404],
  ['/.git/config', 404],
  ['/docs/.env', 404],
  ['/docs%2f.env', 404],
  ['/docs%5c.env', 404],
  ['/.11ty/../.git/config', 404],
  ['/..%2fsite.old/secret.txt', 404],
  ['/..%5csite.old%5csecret.txt', 404],
  ['/%2e%2e%2fsite.old/secret.txt', 404],
  ['/%252e%252e%252fsite.old/secret.txt', 404],
];
for (const [target, status] of targets) {
  test(`GET ${target} is answered with ${status}, and the next request too`, async () => {
    const answer = await raw(get(target, local));
    assert.equal(statusOf(answer), status, answer.slice(0, 200));
    assert.doesNotMatch(answer, new RegExp(secret));
    await answersStill();
  });
}

test('a fault in making a page is said, with its path', () => {
  assert.ok(said.includes('Cannot answer /broken/: Cannot make this page'), said.join('\n'));
});

const askers: [what: string, headers: string[], status: number][] = [
  ['localhost', [local], 200],
  ['localhost in capitals', [`Host: LOCALHOST:${port}`], 200],
  ['the name with a final dot', [`Host: localhost.:${port}`], 200],
  ['127.0.0.1', [`Host: 127.0.0.1:${port}`], 200],
  ['[::1]', [`Host: [::1]:${port}`], 200],
  ['a page of its own', [local, `Origin: http://localhost:${port}`], 200],
  [
    'a link on another site',
    [local, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'],
    200,
  ],
  ['a name that leads here', [`Host: evil.example:${port}`], 403],
  ['a name that begins like ours', [`Host: localhost.evil.example:${port}`], 403],
  ['a name with a user before it', [`Host: localhost:1@evil.example:${port}`], 403],
  ['an address of the network', [`Host: 192.0.2.7:${port}`], 403],
  ['no name', ['Host:'], 403],
  ['a page of another site', [local, 'Origin: https://evil.example'], 403],
  ['a page without origin', [local, 'Origin: null'], 403],
  [
    'a script of another site',
    [local, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'],
    403,
  ],
];
for (const [what, headers, status] of askers) {
  test(`a request by ${what} is answered with ${status}`, async () => {
    const answer = await raw(get('/', ...headers));
    assert.equal(statusOf(answer), status, answer.slice(0, 200));
    if (status !== 200) assert.doesNotMatch(answer, /The front page/);
    await answersStill();
  });
}

const socketOf = (...headers: string[]): string =>
  [
    'GET / HTTP/1.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
    '',
    '',
  ].join('\r\n');
const sockets: [what: string, headers: string[], status: number][] = [
  ['a page of its own', [local, `Origin: http://localhost:${port}`], 101],
  ['a page of another site', [local, 'Origin: https://evil.example'], 400],
  ['a name that leads here', [`Host: evil.example:${port}`, 'Origin: http://evil.example'], 400],
];
for (const [what, headers, status] of sockets) {
  test(`a socket for ${what} is answered with ${status}`, async () => {
    assert.equal(statusOf(await raw(socketOf(...headers))), status);
    await answersStill();
  });
}

test('a frame that cannot be read ends its socket alone', async () => {
  const bytes = Buffer.concat([Buffer.from(socketOf(local)), Buffer.alloc(40, 0xff)]);
  assert.equal(statusOf(await raw(bytes)), 101);
  await answersStill();
});

for (const request of ['POST / HTTP/1.1', 'DELETE / HTTP/1.1', 'OPTIONS * HTTP/1.1']) {
  test(`${request} is refused`, async () => {
    assert.equal(statusOf(await raw(`${request}\r\n${local}\r\nConnection: close\r\n\r\n`)), 405);
    await answersStill();
  });
}

test('a site below a path, and a given host: the same is denied there', async () => {
  const other = await serve(8491, { host: 'Desk.caldmere.example', pathPrefix: '/press/' });
  try {
    const host = 'Host: desk.caldmere.example';
    assert.equal(statusOf(await raw(get('/press/', host), portOf(other))), 200);
    assert.equal(statusOf(await raw(get('/press/', 'Host: evil.example'), portOf(other))), 403);
    for (const target of [
      '/press/.lectern/state.json',
      '/press/..%2fsite.old/secret.txt',
      '/.git/config',
    ]) {
      const answer = await raw(get(target, host), portOf(other));
      assert.equal(statusOf(answer), 404, target);
      assert.doesNotMatch(answer, new RegExp(secret));
    }
  } finally {
    await other.close();
  }
});
