import type { IncomingMessage, ServerResponse } from 'node:http';
import EleventyDevServer, { type Answer, type ServerOptions } from '@11ty/eleventy-dev-server';
import { admission, isOwn, servedNames } from './serve-admission.ts';

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
  /** A name of this machine that is answered beside those of loopback, such as that of a forwarded port. */
  host?: string;
  say(line: string): void;
  /** What is answered in the place of the folder's file, by site path; null: the file. */
  answer(sitePath: string): Promise<Answer | null>;
}

/**
 * Eleventy's server, on this machine only: an archive being worked on is nobody else's business. Every
 * request is judged before Eleventy sees it, and a fault in one ends that request alone.
 */
class LoopbackServer extends EleventyDevServer {
  readonly #names: ReadonlySet<string>;
  readonly #say: (line: string) => void;

  constructor(folder: string, options: ServerOptions, names: ReadonlySet<string>) {
    super('lectern', folder, options);
    this.#names = names;
    this.#say = options.logger.error;
  }

  protected override _serverListen(port: number): void {
    this.server.listen({ port, host: 'localhost' });
  }

  override async onRequestHandler(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const admitted = admission(asked, this.#names);
    if ('status' in admitted) return refuse(answer, admitted.status, admitted.reason);
    asked.url = admitted.path;
    try {
      await super.onRequestHandler(asked, answer);
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault);
      this.#say(`Cannot answer ${asked.url}: ${reason}`);
      if (answer.headersSent) answer.destroy();
      else refuse(answer, 500, 'Cannot answer this request; `lectern serve` says why');
    }
  }

  protected override setupReloadNotifier(): void {
    super.setupReloadNotifier();
    this.updateServer.shouldHandle = (asked) => isOwn(asked, this.#names);
    // Without anybody to hear it a frame that cannot be read ends the process.
    this.updateServer.on('connection', (socket) => socket.on('error', () => {}));
  }
}

function refuse(answer: ServerResponse, status: number, reason: string): void {
  answer.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  answer.end(`${reason}\n`);
}

/** Serves `folder` until it is closed. */
export async function serveSite(
  folder: string,
  { pathPrefix, port, host, say, answer }: ServeOptions,
): Promise<Served> {
  const options: ServerOptions = {
    pathPrefix,
    domDiff: false,
    messageOnStart: () => '',
    logger: { info: say, log: say, error: say },
    onRequest: {
      '/*': async ({ url }) =>
        (await answer(url.pathname.slice(pathPrefix.length - 1))) ?? undefined,
    },
  };
  const server = new LoopbackServer(folder, options, servedNames(host));
  server.serve(port);
  await server.ready();
  return {
    address: server.getServerUrl('localhost'),
    reload: () => server.reload(),
    close: () => server.close(),
  };
}
