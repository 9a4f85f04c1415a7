import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, good } from '../archive/content.ts';
import {
  briefing,
  type FaultServer,
  html,
  list,
  type Route,
  startServer,
  status,
} from './fault-server.ts';

const lectern = path.resolve(import.meta.dirname, '../../bin/lectern.js');

/** Pages per list page of the office. */
const perList = 20;

/** A server with so many briefings, `wrap` standing between each page and its visitor. */
export async function bigOffice(
  count: number,
  wrap: (n: number, page: Route) => Route = (_, page) => page,
): Promise<FaultServer> {
  const routes = new Map<string, Route>([['/robots.txt', status(404)]]);
  const numbers = Array.from({ length: count }, (_, at) => count - at);
  for (const n of numbers) routes.set(`/b/${n}.html`, wrap(n, html(briefing(n))));
  for (let at = 0; at * perList < count; at += 1) {
    const page = numbers.slice(at * perList, (at + 1) * perList);
    routes.set(at === 0 ? '/' : `/index_${at}.html`, html(list(page)));
  }
  return startServer(routes);
}

/** A content folder whose one source is the office. */
export async function officeArchive({ origin }: FaultServer): Promise<string> {
  const content = path.join(await contentFolder({}), 'content');
  await mkdir(path.join(content, 'sources'), { recursive: true });
  const source = good['sources/caldmere.yaml']
    .replace(/urls: .*/, 'urls: ["127.0.0.1/b/*"]')
    .concat(`listings: [{start: "${origin}/", links: "li a", next: "index_{n}.html"}]\n`)
    .concat('profile: {body: ["#body"]}\n');
  await writeFile(path.join(content, 'sources/caldmere.yaml'), source);
  await writeFile(path.join(content, 'institutions.yaml'), good['institutions.yaml']);
  await writeFile(
    path.join(content, 'site.yaml'),
    'title: {zh-Hans: 甲, en: A}\ndescription: {zh-Hans: 乙, en: B}\nlanguage: en\nurl: http://localhost/\ncontact: mailto:archive@caldmere.example\n',
  );
  return content;
}

/** Starts `lectern fetch` on an archive, as cron would. */
export function startFetch(
  content: string,
  ...more: string[]
): ChildProcess & { output(): string } {
  return listenTo(spawn(process.execPath, [lectern, ...fetchOf(content), ...more]));
}

/** Starts it in a shell that was told something before, such as a limit. */
export const startFetchWith = (content: string, before: string) =>
  listenTo(
    spawn('sh', [
      '-c',
      `${before}; exec "$0" "$@"`,
      process.execPath,
      lectern,
      ...fetchOf(content),
    ]),
  );

const fetchOf = (content: string): string[] => [
  '--content',
  content,
  'fetch',
  'caldmere',
  '--allow-loopback',
  '--delay',
  '0',
];

/** Keeps what a process says. */
export function listenTo(
  child: ChildProcessWithoutNullStreams,
): ChildProcess & { output(): string } {
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  return Object.assign(child, { output: () => output });
}

/** The exit code, or the signal, of a process that ends by itself. */
export async function endOf(child: ChildProcess): Promise<number | string> {
  // A process that is gone already says nothing more.
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode ?? child.exitCode ?? 'still running';
}

/** Resolves once the server was asked for so many more pages, or the process is gone. */
export async function afterPages(
  server: FaultServer,
  count: number,
  child: ChildProcess,
): Promise<void> {
  const ended = once(child, 'exit');
  const pages = () => server.paths().filter((it) => it.startsWith('/b/')).length;
  const enough = pages() + count;
  while (pages() < enough && child.exitCode === null && child.signalCode === null) {
    await Promise.race([once(server.requests, 'request'), ended]);
  }
}

/** Page requests of a server by path. */
export function askedFor(server: FaultServer): Map<string, number> {
  const asked = new Map<string, number>();
  for (const it of server.paths().filter((name) => name.startsWith('/b/'))) {
    asked.set(it, (asked.get(it) ?? 0) + 1);
  }
  return asked;
}
