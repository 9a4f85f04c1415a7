import { createServer } from 'node:http';
import { pagesIn } from './pages.ts';

/** A made-up ministry's website on loopback, and what it has been asked. */
export interface PressOffice {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** Paths asked for, in order. */
  asked: string[];
  /** Go on to this round of `briefings.yaml`: a page edited, one gone, one new. */
  goTo(round: number): void;
  close(): Promise<void>;
}

/** Open the press office in its first round, on any free port. */
export async function openPressOffice(): Promise<PressOffice> {
  let pages = pagesIn(1);
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    const found = url === '/robots.txt' ? robots : pages.get(url.replace(/\/$/, '/index.html'));
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': url === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8',
    });
    response.end(found ?? '<!doctype html><title>Not found</title><p>There is no such page.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    goTo(round) {
      pages = pagesIn(round);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const robots = 'User-agent: *\nDisallow: /private/\n';
