import EleventyDevServer, { type Answer } from '@11ty/eleventy-dev-server';

/** A running server of a site's folder. */
export interface Served {
  /** What to open, such as `http://localhost:8080/`. */
  address: string;
  /** Asks every open page to load again. */
  reload(): void;
  close(): Promise<void>;
}

/** How a folder is served. */
export interface ServeOptions {
  /** The path under which the site stands, with a slash at either end. */
  pathPrefix: string;
  /** The port, or the next of ten that is free. */
  port: number;
  say(line: string): void;
  /** What is answered in the place of the folder's file, by site path; null: the file. */
  answer(sitePath: string): Promise<Answer | null>;
}

/** Eleventy's server, on this machine only: an archive being worked on is nobody else's business. */
class LoopbackServer extends EleventyDevServer {
  protected override _serverListen(port: number): void {
    this.server.listen({ port, host: 'localhost' });
  }
}

/** Serves `folder` until it is closed. */
export async function serveSite(
  folder: string,
  { pathPrefix, port, say, answer }: ServeOptions,
): Promise<Served> {
  const server = new LoopbackServer('lectern', folder, {
    pathPrefix,
    domDiff: false,
    messageOnStart: () => '',
    logger: { info: say, log: say, error: say },
    onRequest: {
      '/*': async ({ url }) =>
        (await answer(url.pathname.slice(pathPrefix.length - 1))) ?? undefined,
    },
  });
  server.serve(port);
  await server.ready();
  return {
    address: server.getServerUrl('localhost'),
    reload: () => server.reload(),
    close: () => server.close(),
  };
}
