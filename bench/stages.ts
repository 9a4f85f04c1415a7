import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Directory } from '../src/search/directory.ts';
import { addDay } from './corpus.ts';
import { type Cost, costOf, node } from './cost.ts';
import { hasHugo, hugoSite } from './hugo.ts';
import { fillerOf } from './plain-pages.ts';

/** What a stage took. */
export type Taken = Omit<Cost, 'output'>;

/** What every stage took at a size, and what the site came to. */
export interface Row {
  size: number;
  /** HTML pages, all files, and bytes of each. */
  pages: number;
  files: number;
  htmlBytes: number;
  bytes: number;
  floor: Taken;
  /** Null where Hugo is not installed. */
  hugo: Taken | null;
  render: Taken;
  whole: Taken;
  unchanged: Taken;
  day: Taken & { html: number; written: number; closedYearsStay: boolean };
}

/** One measurement of two of the same size: the fewer seconds of each stage, the other programs' share taken off. */
export function lesser(one: Row, other: Row): Row {
  const less = <Stage extends Taken>(a: Stage, b: Stage): Stage => (a.cpu <= b.cpu ? a : b);
  return {
    ...one,
    floor: less(one.floor, other.floor),
    hugo: one.hugo && other.hugo && less(one.hugo, other.hugo),
    render: less(one.render, other.render),
    whole: less(one.whole, other.whole),
    unchanged: less(one.unchanged, other.unchanged),
    day: less(one.day, other.day),
  };
}

const program = (name: string): string => path.join(import.meta.dirname, name);

/** Measures every stage on the archive in `<folder>/content`, one after another. */
export async function measureSize(folder: string, size: number): Promise<Row> {
  const content = path.join(folder, 'content');
  const site = path.join(folder, 'site');
  const built = async (): Promise<Cost> =>
    costOf(
      node(program('../src/cli.ts'), '--content', content, '--output', site, 'build', '--json'),
    );
  const rendered = path.join(folder, 'rendered');
  const render = await costOf(node(program('render.ts'), content, rendered));
  const html = sizeOf(filesIn(rendered));
  const pages = Number(render.output);
  rmSync(rendered, { recursive: true });
  const filler = fillerOf(content, pages, html);
  const plain = path.join(folder, 'plain');
  const floor = await costOf(
    node(program('floor.ts'), content, plain, String(pages), String(filler)),
  );
  rmSync(plain, { recursive: true });
  const hugo = hasHugo() ? await costOf(hugoSite(content, plain, pages, filler)) : null;
  rmSync(plain, { recursive: true, force: true });
  const whole = await built();
  const all = filesIn(site);
  const [files, bytes] = [all.length, sizeOf(all)];
  const unchanged = await built();
  const day = await nextDay(content, site, built);
  const taken = ({ cpu, memory }: Cost): Taken => ({ cpu, memory });
  return {
    size,
    pages,
    files,
    htmlBytes: html,
    bytes,
    floor: taken(floor),
    hugo: hugo && taken(hugo),
    render: taken(render),
    whole: taken(whole),
    unchanged: taken(unchanged),
    day,
  };
}

async function nextDay(
  content: string,
  site: string,
  built: () => Promise<Cost>,
): Promise<Row['day']> {
  const closed = closedYears(site);
  await addDay(content);
  const start = Date.now();
  const { cpu, memory, output } = await built();
  const { written }: { written: number } = JSON.parse(output);
  const html = filesIn(site).filter(
    (file) => file.endsWith('.html') && statSync(file).ctimeMs >= start,
  ).length;
  return { cpu, memory, html, written, closedYearsStay: closed === closedYears(site) };
}

/** The folders of the search index that hold all years but the newest. */
function closedYears(site: string): string {
  const text = readFileSync(path.join(site, 'search/directory.json'), 'utf8');
  const { segments }: Directory = JSON.parse(text);
  return `${segments[0]?.digest} ${segments[0]?.facets.digest}`;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => !file.includes(`${path.sep}.lectern${path.sep}`));

const sizeOf = (files: string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0);
