/** What we use of Eleventy 3.1.8, which ships no types. */
declare module '@11ty/eleventy' {
  /** The configuration object that plug-ins receive. */
  export interface UserConfig {
    ignores: Set<string>;
    setUseGitIgnore(use: boolean): void;
    addTemplateFormats(formats: string): void;
    addExtension(
      extensions: string[],
      options: { key: string; useJavaScriptImport: boolean },
    ): void;
    addGlobalData(name: string, value: unknown): void;
    addWatchTarget(glob: string): void;
    setFreezeReservedData(freeze: boolean): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        /** Empty: no configuration file is looked for. */
        configPath?: string;
        quietMode?: boolean;
        config?: (config: UserConfig) => void | Promise<void>;
      },
    );
    disableLogger(): void;
    /** Renders without writing. */
    toJSON(): Promise<{ outputPath: string; content: string }[]>;
  }
}

/** What we use of Eleventy's server 2.1.2, which ships no types. */
declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** An answer of our own to a request. */
  export interface Answer {
    status: number;
    headers: Record<string, string>;
    body: string | Uint8Array;
  }

  export interface ServerOptions {
    pathPrefix?: string;
    /** False: pages are reloaded, not patched, which the pages' policy would forbid. */
    domDiff?: boolean;
    messageOnStart?: () => string;
    logger: Record<'info' | 'log' | 'error', (line: string) => void>;
    /** URLPattern of a path → an answer; undefined where the folder's file is the answer. */
    onRequest?: Record<string, (asked: { url: URL }) => Promise<Answer | undefined>>;
  }

  export default class EleventyDevServer {
    constructor(name: string, folder: string, options: ServerOptions);
    readonly server: { listen(where: { port: number; host: string }): unknown };
    /** The sockets of open pages, once the server listens. */
    readonly updateServer: {
      /** Asked before a socket is opened; false refuses it. */
      shouldHandle(asked: IncomingMessage): boolean;
      on(
        event: 'connection',
        take: (socket: { on(event: 'error', take: () => void): unknown }) => void,
      ): unknown;
    };
    serve(port: number): void;
    ready(): Promise<void>;
    getServerUrl(host: string): string;
    /** Asks every open page to load again. */
    reload(): void;
    close(): Promise<void>;
    /** Answers one request; what it throws ends the process if nobody catches it. */
    onRequestHandler(asked: IncomingMessage, answer: ServerResponse): Promise<void>;
    /** Called by `serve` with the port to try. */
    protected _serverListen(port: number): void;
    /** Called once the server listens. */
    protected setupReloadNotifier(): void;
  }
}
