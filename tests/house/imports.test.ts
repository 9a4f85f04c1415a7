import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Code, code } from './files.ts';

/** Who may import which rooms of src, besides itself and `model`. DESIGN: who may import whom. */
const rooms: Record<string, string[]> = {
  model: [],
  files: [],
  fold: [],
  capture: ['files'],
  parse: [],
  ledger: ['fold'],
  topics: [],
  search: ['fold'],
  export: [],
  archive: ['files', 'ledger', 'topics'],
  site: ['archive', 'export', 'files', 'search'],
  commands: [
    'archive',
    'capture',
    'export',
    'files',
    'ledger',
    'parse',
    'search',
    'site',
    'topics',
  ],
};

/** Where the file system may be touched. */
const withFiles = ['src/files/', 'src/capture/', 'src/archive/', 'src/site/', 'src/commands/'];

/** Packages and modules that reach the network. */
const network = /^(?:node:(?:https?|http2|net|tls|dns|dgram)(?:\/|$)|got$|undici$)/;

/** The few whose job is a socket of this machine: the site's own server. */
const listens = /^src\/(?:capture\/fetch|site\/serve)/;

const src = code('src').filter(({ file }) => !file.endsWith('.d.ts'));
const templates = code('templates');

const roomOf = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? '';

function offences(files: Code[], forbidden: (from: string, to: string) => boolean): string[] {
  return files.flatMap(({ file, imports }) =>
    imports.filter((to) => forbidden(file, to)).map((to) => `${file} imports ${to}`),
  );
}

test('there is code to look at', () => {
  assert.ok(src.length > 50);
  assert.ok(templates.length > 5);
});

test('each room of src imports only the rooms it may', () => {
  const wrong = offences(src, (from, to) => {
    const [own, other] = [roomOf(from), roomOf(to)];
    if (own === '' || other === '' || own === other || other === 'model') return false;
    return !(rooms[own] ?? []).includes(other);
  });
  assert.deepEqual(wrong, []);
});

test('every room of src is one that the design names', () => {
  const unknown = src.map(({ file }) => roomOf(file)).filter((room) => room && !(room in rooms));
  assert.deepEqual([...new Set(unknown)], []);
});

test('nobody imports the command line', () => {
  assert.deepEqual(
    offences([...src, ...templates], (_, to) => to === 'src/cli.ts'),
    [],
  );
});

test('model imports zod and nothing else', () => {
  const wrong = offences(
    src,
    (from, to) => roomOf(from) === 'model' && to !== 'zod' && roomOf(to) !== 'model',
  );
  assert.deepEqual(wrong, []);
});

test('templates import site and model only', () => {
  const wrong = offences(templates, (from, to) => {
    if (from.startsWith('templates/assets/')) return false;
    return to.startsWith('src/') && !['site', 'model'].includes(roomOf(to));
  });
  assert.deepEqual(wrong, []);
});

test('only files, capture, archive, site and commands touch files', () => {
  const wrong = offences(
    src,
    (from, to) => /^node:fs/.test(to) && !withFiles.some((room) => from.startsWith(room)),
  );
  assert.deepEqual(wrong, []);
});

test('only fetching reaches the network', () => {
  const wrong = offences(src, (from, to) => network.test(to) && !listens.test(from));
  assert.deepEqual(wrong, []);
  const calls = src.filter(({ file, text }) => /\bfetch\(/.test(text) && !listens.test(file));
  assert.deepEqual(
    calls.map(({ file }) => file),
    [],
  );
});

test('no file imports itself by any way round', () => {
  const imports = new Map(src.map(({ file, imports }) => [file, imports]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, way: string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) cycles.push([...way.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const to of imports.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  assert.deepEqual(cycles, []);
});
