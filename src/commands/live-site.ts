import path from 'node:path';
import type { Answer } from '@11ty/eleventy-dev-server';
import { html } from '../site/html.ts';
import type { Preview } from '../site/preview.ts';
import type { Context } from './command.ts';
import { rebuild } from './rebuild.ts';
import { report } from './report.ts';

/** What edited files are part of. */
export interface Edited {
  content: boolean;
  /** Templates, scripts, styles. */
  look: boolean;
  /** The program itself, of which a process keeps what it has read. */
  code: boolean;
}

/** A built site while somebody works on it: pages as they would be now, all else as it was built last. */
export class LiveSite {
  readonly #preview: Preview;
  readonly #context: Context;
  #isEdited = false;
  #hasOtherLook = false;
  #hasOtherCode = false;
  #building: Promise<void> = Promise.resolve();

  constructor(preview: Preview, context: Context) {
    this.#preview = preview;
    this.#context = context;
  }

  /** Makes ready what the first answer would wait for. */
  async warm(): Promise<void> {
    await this.#preview.page('/').catch((fault) => this.#say(fault));
  }

  /** What stands at a site path since the first edit; null: what was built. */
  async answer(sitePath: string): Promise<Answer | null> {
    if (!this.#isEdited || this.#hasOtherCode) return null;
    const asset = this.#preview.asset(sitePath);
    if (asset) return answerOf(typeOf(asset.path), Buffer.from(asset.bytes));
    try {
      const page = await this.#preview.page(sitePath.replace(/\/index\.html$/, '/'));
      return page === null ? null : answerOf('text/html', page);
    } catch (fault) {
      const page = html`<!DOCTYPE html><title>500</title><pre>${this.#say(fault)}</pre>`;
      return { ...answerOf('text/html', String(page)), status: 500 };
    }
  }

  /**
   * Takes edits in; the next answers show them. An edit of content is then built as well, unless the look
   * is another. What goes wrong is said, and the pages stay as they were.
   */
  take(edited: Edited): Promise<void> {
    return this.#take(edited).catch((fault) => void this.#say(fault));
  }

  async #take({ content, look, code }: Edited): Promise<void> {
    this.#isEdited = true;
    this.#hasOtherCode ||= code;
    if (this.#hasOtherCode) return this.#build();
    if (look) await this.#takeLook();
    if (!content) return;
    const { problems } = await this.#preview.readContent();
    // Else the build says them.
    if (this.#hasOtherLook) report(problems, this.#context);
    else void this.#build();
  }

  /** Until the last build has ended. */
  async close(): Promise<void> {
    await this.#building;
    await this.#preview.close();
  }

  async #takeLook(): Promise<void> {
    if (!this.#hasOtherLook)
      this.#context.terminal.say('Pages have the new look; `lectern build` writes all of them');
    this.#hasOtherLook = true;
    await this.#preview.readLook().catch((fault) => this.#say(fault));
  }

  #say(fault: unknown): string {
    const line = fault instanceof Error ? fault.message : String(fault);
    this.#context.terminal.say(line);
    return line;
  }

  #build(): Promise<void> {
    this.#building = this.#building.then(() => rebuild(this.#context));
    return this.#building;
  }
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
const typeOf = (file: string): string => types[path.extname(file)] ?? 'application/octet-stream';

const answerOf = (type: string, body: string | Uint8Array): Answer => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  body,
});
