import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gather } from '../src/archive/gather.ts';
import type { Context } from '../src/commands/command.ts';
import { importCommand } from '../src/commands/import.ts';
import { parseCommand } from '../src/commands/parse.ts';
import type { Archive } from '../src/model/archive.ts';
import { inCorpus, root } from './corpus.ts';

/**
 * The shipped content with every page of the corpus imported, parsed and gathered: numbers, topics
 * and all, as a user would have it. Made in a folder for the time being; takes a minute or two.
 */
export async function corpusArchive(): Promise<Archive> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-eval-'));
  try {
    const content = path.join(folder, 'content');
    const markdown = path.join(folder, 'markdown');
    await cp(path.join(root, 'content'), content, { recursive: true });
    await mkdir(markdown);
    execFileSync('tar', ['-xzf', inCorpus('whitehouse-md.tar.gz'), '-C', markdown]);
    const files = [inCorpus('mfa-zh.warc.gz'), inCorpus('whitehouse.warc.gz'), markdown];
    const context = quietly(content);
    await importCommand.run(files, {}, context);
    await parseCommand.run([], {}, context);
    return await gather(content);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A context that says nothing: what pages are odd about is measured elsewhere. */
const quietly = (content: string): Context => ({
  content,
  output: path.join(content, '../site'),
  terminal: {
    print() {},
    say() {},
    async stream() {},
    progress: () => ({ advance() {}, finish() {} }),
  },
  // Later than every capture of the corpus, and the same in every run.
  now: () => new Date('2040-01-01T00:00:00Z'),
  signal: new AbortController().signal,
});
