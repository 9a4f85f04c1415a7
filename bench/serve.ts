import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFolder } from '../src/site/build-folder.ts';
import { templatesFolder } from '../src/site/eleventy.ts';
import { Preview } from '../src/site/preview.ts';
import { realContent } from './real-content.ts';

/**
 * Milliseconds from an edit to the page that shows it, at the ministry's 7,300 real exchanges: what
 * `lectern serve` does once it has heard of the edit. The least and the median of five of each kind.
 *
 *   node --import tsx bench/serve.ts [where to work, else the folder for temporary files]
 */
const rounds = 5;
const target = 1000;
const scratch = mkdtempSync(path.join(process.argv[2] ?? tmpdir(), 'lectern-serve-'));
const [output, theme] = [path.join(scratch, 'site'), path.join(scratch, 'theme')];

/** A file, the words of it that get a number behind them, and a page that shows them. */
type Edit = [file: string, words: string[], page: string];

const climate = 'climate-change';
const edits: Record<string, Edit> = {
  'a template': ['theme/parts/frame.ts', ['<footer class="foot'], '/topics/'],
  'a style sheet': ['theme/assets/site.css', ['body'], '/topics/'],
  'the title': ['content/site.yaml', ['en: Lectern'], '/about/'],
  'an outlet': ['content/outlets.yaml', ['Kyodo News'], '/outlets/'],
  "a topic's description": [`content/topics/${climate}.md`, ['目标，'], `/topics/${climate}/`],
  // With the description, which shows on the page even where no exchange is placed otherwise.
  "a topic's phrases": [
    `content/topics/${climate}.md`,
    ['[\n    气候', '目标，'],
    `/topics/${climate}/`,
  ],
};

try {
  const { folder: content } = await realContent(scratch, ['mfa-zh']);
  for (const name of ['parts/frame.ts', 'assets/site.css']) {
    mkdirSync(path.dirname(path.join(theme, name)), { recursive: true });
    cpSync(path.join(templatesFolder, name), path.join(theme, name));
  }
  await buildFolder(content, output, { theme });
  const preview = await Preview.open({ content, output, theme });
  const made = await preview.page('/');
  if (made === null) throw new Error('Expected a page at `/`, got none');
  console.log(`${preview.archive.transcripts.length} transcripts; target: ${target} ms`);
  for (const [name, edit] of Object.entries(edits)) {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) taken.push(await timed(preview, edit, round));
    taken.sort((one, other) => one - other);
    console.log(
      `${name}: ${[taken[0], taken[2]].map((ms) => ms?.toFixed(0)).join(' ms least, ')} ms median`,
    );
  }
  await preview.close();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Milliseconds that one edit takes to be seen; throws where its page is as before. */
async function timed(preview: Preview, [name, words, page]: Edit, round: number): Promise<number> {
  const file = path.join(scratch, name);
  const before = await preview.page(page);
  const text = readFileSync(file, 'utf8');
  const edited = words.reduce((all, each) => all.replace(each, `${each}${round}`), text);
  writeFileSync(file, edited);
  const start = performance.now();
  await (name.startsWith('theme') ? preview.readLook() : preview.readContent());
  const after = await preview.page(page);
  const ended = performance.now();
  if (after === null || after === before)
    throw new Error(`Expected another page after ${name} was edited`);
  return ended - start;
}
