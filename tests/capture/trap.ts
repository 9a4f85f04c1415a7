import type { LookupOptions } from 'node:dns';
import { createServer, isIP, type LookupFunction } from 'node:net';
import { after } from 'node:test';

/** A listener that counts who gets through to this machine. */
export async function trap(address = '127.0.0.1', at = 0) {
  const hits: string[] = [];
  const server = createServer((socket) => {
    hits.push(socket.remoteAddress ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(at, address, resolve));
  after(() => server.close());
  const bound = server.address();
  return { hits, port: typeof bound === 'object' && bound ? bound.port : 0 };
}

/** Answers a lookup with one address. */
export const answer = (
  address: string,
  { all }: LookupOptions,
  done: Parameters<LookupFunction>[2],
): void => {
  const family = isIP(address);
  if (all) done(null, [{ address, family }]);
  else done(null, address, family);
};
