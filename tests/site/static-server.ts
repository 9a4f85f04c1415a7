import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves files under a prefix as a static host does, 404.html for what is not there. */
export async function staticServer(files: Map<string, Buffer>, prefix: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asked = decodeURIComponent(pathname)
      .slice(prefix.length)
      .replace(/(^|\/)$/, '$1index.html');
    const known = pathname.startsWith(prefix) && files.has(asked);
    const name = known ? asked : '404.html';
    const type = types[path.extname(name)] ?? 'application/octet-stream';
    response.writeHead(known ? 200 : 404, { 'content-type': type });
    response.end(files.get(name));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port }: AddressInfo = portOf(server.address());
  return {
    address: `http://localhost:${port}${prefix}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('Expected a port');
  return address;
}
