import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { voiceFaults } from '../../src/archive/voice-faults.ts';
import { outlets } from '../../src/model/outlet.ts';
import { type Source, source } from '../../src/model/source.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import type { Page } from '../../src/parse/page.ts';
import { profileOf } from '../../src/parse/profile-of.ts';
import { compact } from './compact.ts';
import { assertConserved } from './conservation.ts';

const root = fileURLToPath(new URL('../fixtures/', import.meta.url));
const sources = fileURLToPath(new URL('../../content/sources/', import.meta.url));
const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
};
const listed = outlets.parse(yaml(join(root, 'outlets.yaml')));
const known = new Map(listed.map((it) => [it.id, it]));
const index = outletIndex(listed);

for (const name of foldersOf(root)) {
  const cases = foldersOf(join(root, name));
  describe(name, () => {
    const declared = sourceOf(name);
    test('has at least two cases', () => {
      assert.ok(cases.length >= 2, `Expected two cases or more, got \`${cases.join(', ')}\``);
    });
    for (const one of cases) test(one, () => check(join(root, name, one), declared));
  });
}

function check(folder: string, declared: Source): void {
  const page = pageIn(folder);
  assert.ok(
    declared.urls.some((pattern) => matches(pattern, page.url)),
    `Expected an address of ${declared.id}, got \`${page.url}\``,
  );
  const context = { source: declared, profile: profileOf(declared), outlets: index };
  const { draft, reason, document, file } = parse(page, context);
  if (draft) assert.deepEqual(voiceFaults(draft, known), [], 'what `check` says of voices');
  if (document) assertConserved(page, document, draft, context.profile.body);
  const transcript = draft ? compact(draft) : { transcript: null, reason };
  const told = file.messages
    .toSorted((a, b) => (a.line ?? 1) - (b.line ?? 1) || (a.column ?? 1) - (b.column ?? 1))
    .map(({ line, column, ruleId }) => `${line ?? 1}:${column ?? 1} ${ruleId}`);
  compare(join(folder, 'transcript.json'), `${JSON.stringify(transcript, null, 2)}\n`, (found) =>
    assert.deepEqual(transcript, JSON.parse(found)),
  );
  compare(join(folder, 'messages.txt'), told.map((line) => `${line}\n`).join(''), (found) =>
    assert.deepEqual(told, found.split('\n').filter(Boolean)),
  );
}

/** Hand an expectation to `same`; a missing one is written only with UPDATE=1, and fails all the same. */
function compare(path: string, found: string, same: (expected: string) => void): void {
  if (existsSync(path)) {
    same(readFileSync(path, 'utf8'));
    return;
  }
  if (process.env.UPDATE === '1') writeFileSync(path, found);
  assert.fail(`Expected ${path}: UPDATE=1 writes it; read it, then run again`);
}

function pageIn(folder: string): Page {
  const file = readdirSync(folder).find((name) => name.startsWith('page.') && name !== 'page.url');
  assert.ok(file, `Expected a page in ${folder}`);
  const mediaType = mediaTypes[extname(file)];
  assert.ok(mediaType, `Expected a page of ${Object.keys(mediaTypes).join(', ')}, got \`${file}\``);
  const url = readFileSync(join(folder, 'page.url'), 'utf8').trim();
  return { url, mediaType, text: readFileSync(join(folder, file), 'utf8') };
}

/** The made-up source of a folder, or the shipped source of that name. */
function sourceOf(name: string): Source {
  const own = join(root, name, 'source.yaml');
  return source.parse(yaml(existsSync(own) ? own : join(sources, `${name}.yaml`)));
}

function matches(pattern: string, url: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^https?://${escaped}$`, 'u').test(url);
}

function yaml(path: string): unknown {
  return parseYaml(readFileSync(path, 'utf8'));
}

function foldersOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map((found) => found.name)
    .sort();
}
