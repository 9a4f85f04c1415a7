import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One request as the server saw it: politeness is asserted from this log. */
export interface Seen {
  path: string;
  /** Milliseconds, when the request came and when the answer was through. */
  came: number;
  done: number;
  headers: IncomingMessage['headers'];
}

/** What a path answers; `nth` counts the requests for it from 1. */
export type Route = (
  response: ServerResponse,
  request: IncomingMessage,
  nth: number,
) => void | Promise<void>;

/** A made-up press office on loopback. */
export interface FaultServer {
  origin: string;
  host: string;
  log: Seen[];
  /** Emits `request` as each one comes, its answer not yet begun. */
  requests: EventEmitter;
  /** Paths asked for, in order. */
  paths(): string[];
  close(): Promise<void>;
}

/** Starts a server that answers `routes` by path, and 404 to all others. */
export async function startServer(routes: Map<string, Route>): Promise<FaultServer> {
  const log: Seen[] = [];
  const requests = new EventEmitter();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const seen = { path, came: performance.now(), done: 0, headers: request.headers };
    log.push(seen);
    requests.emit('request');
    response.on('close', () => {
      seen.done = performance.now();
    });
    const nth = log.filter((it) => it.path === path).length;
    const route = routes.get(path) ?? routes.get('*') ?? status(404);
    void Promise.resolve(route(response, request, nth)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    log,
    requests,
    paths: () => log.map(({ path }) => path),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole briefing page of the Republic of Caldmere. */
export const briefing = (n: number, words = 'The harbour opens in spring.'): string =>
  `<!doctype html><html><head><title>Briefing ${n}</title></head><body><h1>Briefing ${n}</h1>` +
  `<div id="body"><p>A reporter: What of harbour ${n}?</p><p>Spokesperson: ${words}</p></div></body></html>`;

/** A list page with links to briefings. */
export const list = (numbers: number[]): string =>
  `<html><body><ul>${numbers.map((n) => `<li><a href="./b/${n}.html">Briefing ${n}</a></li>`).join('')}</ul></body></html>`;

/** Answers HTML whole. */
export const html =
  (body: string, headers: Record<string, string> = {}): Route =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  };

/** Answers a status alone. */
export const status =
  (code: number, headers: Record<string, string> = {}): Route =>
  (response) => {
    response.writeHead(code, headers);
    response.end();
  };

/** Answers bytes as they are, whatever they are. */
export const raw =
  (bytes: Buffer, headers: Record<string, string | number>): Route =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    response.write(bytes);
    response.end();
  };

const page = Buffer.from(briefing(1));
const packed = gzipSync(briefing(1));

/** Every fault of a body or an answer, with the code that it must get. */
export const faults: [name: string, route: Route, code: string][] = [
  ['status 500', status(500), 'E_STATUS'],
  ['status 403', status(403), 'E_STATUS'],
  [
    'a body shorter than its length',
    cut(page.subarray(0, 100), { 'content-length': page.length }),
    'E_TRUNCATED',
  ],
  ['a chunked body without its last chunk', cut(page.subarray(0, 100), {}), 'E_TRUNCATED'],
  [
    'a gzip body that is cut',
    raw(packed.subarray(0, -20), { 'content-encoding': 'gzip' }),
    'E_TRUNCATED',
  ],
  ['a gzip body with a wrong CRC', raw(wrongCrc(), { 'content-encoding': 'gzip' }), 'E_TRUNCATED'],
  ['a page without length or end', bare(page.subarray(0, -20)), 'E_TRUNCATED'],
  ['a bomb', raw(gzipSync(Buffer.alloc(50 << 20)), { 'content-encoding': 'gzip' }), 'E_TOO_LARGE'],
  ['an endless body', raw(Buffer.alloc(9 << 20, 'x'), {}), 'E_TOO_LARGE'],
  [
    'three stacked encodings',
    raw(packed, { 'content-encoding': 'gzip, gzip, gzip' }),
    'E_ENCODING',
  ],
  ['an encoding that was not asked for', raw(packed, { 'content-encoding': 'zstd' }), 'E_ENCODING'],
  ['an empty body', html(''), 'E_EMPTY'],
  ['a PDF under .html', raw(Buffer.from('%PDF-1.7\n1 0 obj'), {}), 'E_CONTENT_TYPE'],
  [
    'an image',
    raw(Buffer.from('\x89PNG', 'latin1'), { 'content-type': 'image/png' }),
    'E_CONTENT_TYPE',
  ],
  ['a soft 404', html('<html><title>404</title><p>页面不存在</p></html>'), 'E_SOFT_404'],
  ['a challenge', html('<html><script>jsl_clearance()</script><p>Wait</p></html>'), 'E_CHALLENGE'],
  ['a login page', html('<html><form><input type="password"></form></html>'), 'E_LOGIN'],
  ['a page without its body', html('<html><body><p>Menu</p></body></html>'), 'E_BODY'],
  [
    'a redirect by meta element',
    html('<html><meta http-equiv="refresh" content="0;url=/"><body></body></html>'),
    'E_REDIRECT',
  ],
  [
    'a redirect by script',
    html('<html><script>window.location.href="/"</script><body></body></html>'),
    'E_REDIRECT',
  ],
  ['a redirect in a circle', status(302, { location: '/b/1.html' }), 'E_REDIRECT'],
  ['a redirect nowhere', status(302), 'E_REDIRECT'],
  ['a redirect to another host', status(302, { location: 'http://evil.example/' }), 'E_SCOPE'],
  ['a redirect to another scheme', status(302, { location: 'file:///etc/passwd' }), 'E_SCOPE'],
  ['a redirect out of the source', status(302, { location: '/system/gone.html' }), 'E_SOFT_404'],
  ['a connection that is reset', (response) => void response.socket?.destroy(), 'E_NETWORK'],
  [
    'bytes that are no HTTP',
    (response) => void response.socket?.end('HELLO\r\n\r\n'),
    'E_PROTOCOL',
  ],
  ['silence', () => {}, 'E_TIMEOUT'],
  ['a drip', drip, 'E_TIMEOUT'],
  ['a 304 that nobody asked for', status(304), 'E_PROTOCOL'],
];

function cut(bytes: Buffer, headers: Record<string, string | number>): Route {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    response.write(bytes, () => response.socket?.destroy());
  };
}

/** A byte every 100 ms, so that no silence is long, to the end of a client's patience. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  const drops = setInterval(() => response.write(' '), 100);
  response.on('close', () => clearInterval(drops));
}

function bare(bytes: Buffer): Route {
  return (response) => {
    response.socket?.write(
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n',
    );
    response.socket?.end(bytes);
  };
}

function wrongCrc(): Buffer {
  const bytes = Buffer.from(packed);
  bytes.writeUInt32LE(0, bytes.length - 8);
  return bytes;
}
