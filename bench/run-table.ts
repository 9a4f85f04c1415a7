import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Row, Taken } from './stages.ts';

/** A share of two stages and the most that it should be. */
interface Ratio {
  name: string;
  target: number;
  of(row: Row): number | null;
}

/** What is promised of each size, by which a change is judged: seconds differ from one machine to the next. */
const ratios: Ratio[] = [
  { name: 'render ÷ floor', target: 3.5, of: ({ render, floor }) => render.cpu / floor.cpu },
  {
    name: 'render ÷ Hugo',
    target: 0.28,
    of: ({ render, hugo }) => (hugo ? render.cpu / hugo.cpu : null),
  },
  { name: 'whole ÷ render', target: 5, of: ({ whole, render }) => whole.cpu / render.cpu },
  { name: 'a day ÷ whole', target: 0.12, of: ({ day, whole }) => day.cpu / whole.cpu },
  {
    name: 'nothing ÷ whole',
    target: 0.06,
    of: ({ unchanged, whole }) => unchanged.cpu / whole.cpu,
  },
];

/** How much worse a ratio may be than the one written down. */
const tolerance = 1.5;

/** A line for each ratio that is worse than the stored row of its size has it. */
export function regressions(rows: Row[], stored: Row[]): string[] {
  return rows.flatMap((row) => {
    const before = stored.find(({ size }) => size === row.size);
    if (!before) return [`Expected a row of ${row.size} exchanges in docs/bench.jsonl, got none`];
    return ratios.flatMap(({ name, of }) => {
      const [now, then] = [of(row), of(before)];
      if (now === null || then === null || now <= then * tolerance) return [];
      return [
        `Expected ${name} of at most ${tolerance} × ${then.toFixed(3)}, got \`${now.toFixed(3)}\``,
      ];
    });
  });
}

const intro = `# The whole, measured

Real exchanges (ministry in Chinese, White House in English, four to one), recombined to each size over twenty years
with a fixed seed. CPU seconds are user and system of the stage and its children, in a process of its own; they are those
of one machine, so judge by the ratios. The floor reads the transcripts with JSON.parse and writes as many pages of as
many bytes by template literals; Hugo gets the same pages as front matter and one layout, where most of a page is a
constant, which ours is not. Render is every page by Eleventy, the archive gathered first; whole adds search, feeds,
citations and API. Pagefind stands beside our search in [search-bench.md](search-bench.md).
Of 1,000 exchanges each stage is the least of three rounds, because its programs are mostly starts; other programs ran
beside the larger ones, so a second there is an upper bound.
What bounds them: a page takes 3 to 4 ms, two fifths of it in our templates (citations are a third of those), the rest
gathering and placing, garbage collection, digests and writing, loading. A day more gathers and digests every record
anew, after 5 s of start. Nothing changed is a look at the size and times of every file.

Three programs beside this one print their own figures (two cores, 2026-11-23):

- \`bench/parse.ts\`: 131 to 185 pages a CPU second (target 200), 1.65 to 2.5 times cheerio alone; half is the HTML
  tokenizer.
- \`bench/import.ts\`: 29 to 30 MB of WARC a second, 19 to 21 a CPU second (target 50), in 1.1 to 1.4 times the seconds
  of unpacking and packing the same records with gzip, which does 34 to 41 MB.
- \`bench/serve.ts\`: from an edit to its page at 7,300 exchanges 0.3 to 0.5 s for a template or style, 0.6 to 0.9 s for
  content (target 1 s), but 1.5 to 1.7 s for a topic's phrases, which are looked for in every exchange.

Made by \`npm run bench -- --write\` from the rows in bench.jsonl, which the same command measures.

`;

/** The rows that are written down, by size. */
export function readRows(docs: string): Row[] {
  const file = path.join(docs, 'bench.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
}

/** Puts rows in the place of those of their sizes and writes all of them as a page. */
export function writeRows(docs: string, rows: Row[]): void {
  const kept = readRows(docs).filter(({ size }) => !rows.some((row) => row.size === size));
  const all = [...kept, ...rows].sort((a, b) => a.size - b.size);
  writeFileSync(
    path.join(docs, 'bench.jsonl'),
    all.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
  writeFileSync(path.join(docs, 'bench.md'), `${intro}${tables(all)}\n`);
}

/** The rows as tables in Markdown: what was promised, what each stage took, how it grows. */
export function tables(rows: Row[]): string {
  const sizes = rows.map(({ size }) => size.toLocaleString('en'));
  return [
    table(
      ['ratio', 'target', ...sizes],
      ratios.map((ratio) => ratioLine(ratio, rows)),
    ),
    table(
      ['CPU s (peak MB)', ...sizes, 'exponent'],
      stages.map(([name, of]) => [name, ...rows.map((row) => cell(of(row))), growth(rows, of)]),
    ),
    table(
      ['the site', ...sizes],
      facts.map(([name, of]) => [name, ...rows.map(of)]),
    ),
  ].join('\n\n');
}

const stages: [name: string, of: (row: Row) => Taken | null][] = [
  ['floor', ({ floor }) => floor],
  ['Hugo', ({ hugo }) => hugo],
  ['render', ({ render }) => render],
  ['whole', ({ whole }) => whole],
  ['a day more', ({ day }) => day],
  ['nothing changed', ({ unchanged }) => unchanged],
];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const facts: [name: string, of: (row: Row) => string][] = [
  ['HTML pages', ({ pages, htmlBytes }) => `${pages} (${megabytes(htmlBytes)})`],
  ['all files', ({ files, bytes }) => `${files} (${megabytes(bytes)})`],
  ['HTML files written for a day (target 60)', ({ day }) => String(day.html)],
  ['files written for a day', ({ day }) => String(day.written)],
  ['search of closed years', ({ day }) => (day.closedYearsStay ? 'untouched' : 'touched')],
];

function ratioLine({ name, target, of }: Ratio, rows: Row[]): string[] {
  const cells = rows.map((row) => of(row)?.toFixed(3) ?? '–');
  return [name, `≤ ${target}`, ...cells];
}

const cell = (taken: Taken | null): string =>
  taken ? `${taken.cpu.toFixed(1)} (${taken.memory.toFixed(0)})` : '–';

/** How a stage's seconds grow with the exchanges, from the smallest size to the largest: 1 is in proportion. */
function growth(rows: Row[], of: (row: Row) => Taken | null): string {
  const [first, last] = [rows[0], rows.at(-1)];
  const [from, to] = [first && of(first), last && of(last)];
  if (!first || !last || !from || !to || first === last) return '–';
  return (Math.log(to.cpu / from.cpu) / Math.log(last.size / first.size)).toFixed(2);
}

const table = (head: string[], lines: string[][]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
