import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { limits, openNetwork } from '../../src/capture/fetch/network.ts';
import { briefing, html, startServer } from './fault-server.ts';
import { answer, trap } from './trap.ts';

test('a name that leads to another address at the next connect is judged by where it leads', async () => {
  const server = await startServer(new Map([['/', html(briefing(1))]]));
  after(() => server.close());
  const port = Number(new URL(server.origin).port);
  const { hits } = await trap('127.0.0.2', port);
  // On this machine 127.0.0.1 is let through and stands for an outside address, 127.0.0.2 is not.
  const answers = ['127.0.0.1', '127.0.0.2'];
  const ask = openNetwork({
    allowLoopback: true,
    now: () => new Date(),
    limits: { ...limits, total: 10 },
    lookup: (_, options, done) => answer(answers.shift() ?? '', options, done),
  });
  const request = { url: `http://press.caldmere.example:${port}/`, headers: {} };
  const first = await ask(request);
  assert.equal('status' in first && first.status, 200);
  const second = await ask(request);
  assert.equal('code' in second && second.code, 'E_ADDRESS');
  assert.deepEqual([hits, answers], [[], []]);
});
