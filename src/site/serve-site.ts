import EleventyDevServer from '@11ty/eleventy-dev-server';

/** A running server of a site's folder. */
export interface Served {
  /** What to open, such as `http://localhost:8080/`. */
  address: string;
  /** Asks every open page to load again. */
  reload(): void;
  close(): Promise<void>;
}

/** Eleventy's server, on this machine only: an archive being worked on is nobody else's business. */
class LoopbackServer extends EleventyDevServer {
  protected override _serverListen(port: number): void {
    this.server.listen({ port, host: 'localhost' });
  }
}

/** Serves `folder` under `pathPrefix` on `port`, or on the next of ten that is free. */
export async function serveSite(
  folder: string,
  pathPrefix: string,
  port: number,
  say: (line: string) => void,
): Promise<Served> {
  const server = new LoopbackServer('lectern', folder, {
    pathPrefix,
    domDiff: false,
    messageOnStart: () => '',
    logger: { info: say, log: say, error: say },
  });
  server.serve(port);
  await server.ready();
  return {
    address: server.getServerUrl('localhost'),
    reload: () => server.reload(),
    close: () => server.close(),
  };
}
