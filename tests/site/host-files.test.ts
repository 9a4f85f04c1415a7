import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { Catalogue } from '../../src/site/catalogue.ts';
import { styleFiles } from '../../src/site/citing.ts';
import { hostFiles, securityHeaders } from '../../src/site/host-files.ts';
import { archiveOf, twoDays } from '../caldmere.ts';

const hosting = path.join(import.meta.dirname, '../../hosting');
const archive = archiveOf(twoDays());
const styles = await styleFiles();
const filesAt = (url: string | null) =>
  new Map(
    hostFiles(new Catalogue({ ...archive, site: { ...archive.site, url } }, new Map(), styles)).map(
      ({ path: file, bytes }) => [file, String(bytes)],
    ),
  );

test('static hosts get the headers that the samples for nginx and Caddy set', async () => {
  const [nginx, caddy] = await Promise.all(
    ['lectern-headers.conf', 'Caddyfile'].map((name) => readFile(path.join(hosting, name), 'utf8')),
  );
  const headers = filesAt('https://archive.caldmere.example/').get('_headers') ?? '';
  for (const [name, value] of Object.entries(securityHeaders)) {
    assert.ok(headers.includes(`  ${name}: ${value}\n`), name);
    assert.ok(nginx?.includes(`add_header ${name} "${value}" always;`), name);
    assert.match(caddy ?? '', new RegExp(`${name} "?${value.replace(/[()]/g, '\\$&')}"?\n`), name);
  }
  assert.match(headers, /^\/assets\/\*\n {2}Cache-Control: public, max-age=31536000, immutable$/m);
  assert.match(headers, /^\/search\/:digest\/\*$/m, 'no index or directory.json is kept for good');
});

test('a site below a path has its rules there; one that may stand anywhere has no feed to lead to', () => {
  const below = filesAt('https://archive.caldmere.example/press/');
  assert.match(below.get('_headers') ?? '', /^\/press\/api\/\*$/m);
  assert.match(below.get('_redirects') ?? '', /^\/press\/feed \/press\/feeds\/site\.atom 301$/m);
  assert.doesNotMatch(filesAt(null).get('_redirects') ?? '', /feeds/);
});

test('folders that begin with a dot are denied by every sample and on static hosts', async () => {
  const [nginx = '', caddy = ''] = await Promise.all(
    ['nginx.conf', 'Caddyfile'].map((name) => readFile(path.join(hosting, name), 'utf8')),
  );
  const denies = new RegExp(/location ~ "(\/\\\.\S+)" \{\s+return 404;/.exec(nginx)?.[1] ?? 'none');
  for (const hidden of ['/.lectern/state.json', '/.git/config', '/press/.lectern/x', '/a/.env'])
    assert.match(hidden, denies);
  for (const shown of ['/', '/.well-known/security.txt', '/api/v1/x.json', '/about/'])
    assert.doesNotMatch(shown, denies);
  assert.match(caddy, /path_regexp \/\\\.\n[^}]*\}\s+error @hidden 404/);
  for (const [url, base] of [
    [null, '/'],
    ['https://archive.caldmere.example/press/', '/press/'],
  ] as const) {
    const lines = (filesAt(url).get('_redirects') ?? '').split('\n');
    for (const name of ['.lectern', '.git'])
      for (const status of ['404!', '302'])
        assert.ok(
          lines.includes(`${base}${name}/* ${base}404.html ${status}`),
          `${name} ${status}`,
        );
  }
});
