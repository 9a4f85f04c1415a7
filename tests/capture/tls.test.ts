import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { after, test } from 'node:test';
import { limits, openNetwork } from '../../src/capture/fetch/network.ts';

const read = (name: string) => readFileSync(path.join(import.meta.dirname, 'tls', name), 'utf8');
const key = read('server.key');
const authorities = read('authority.crt');

/** What is asked of a server that shows this certificate; how many requests reached it. */
async function ask(certificate: string, trusted: boolean) {
  let requests = 0;
  const server = createServer({ key, cert: read(`${certificate}.crt`) }, (_, response) => {
    requests += 1;
    response.end('<html></html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const network = openNetwork({
    allowLoopback: true,
    now: () => new Date(),
    limits,
    lookup: (_, { all }, done) =>
      all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
    ...(trusted && { authorities }),
  });
  const answer = await network({ url: `https://press.caldmere.example:${port}/`, headers: {} });
  return { answer, requests };
}

test('a certificate of a known authority, in time and for the host, is good', async () => {
  const { answer, requests } = await ask('good', true);
  assert.equal('status' in answer && answer.status, 200);
  assert.equal(requests, 1);
});

const bad: [name: string, certificate: string, trusted: boolean, reason: string][] = [
  ['an expired certificate', 'expired', true, 'CERT_HAS_EXPIRED'],
  ['one of another host', 'other-host', true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['a self-signed one', 'self-signed', true, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['one of an unknown authority', 'good', false, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
];
for (const [name, certificate, trusted, reason] of bad) {
  test(`${name} is E_TLS, and no request is sent`, async () => {
    const { answer, requests } = await ask(certificate, trusted);
    assert.deepEqual(answer, {
      code: 'E_TLS',
      reason: `Expected an answer, got ${reason}`,
      again: false,
    });
    assert.equal(requests, 0);
  });
}
