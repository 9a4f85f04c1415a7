import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './files.ts';

interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
  extraneous?: boolean;
  optionalDependencies?: Record<string, string>;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
);

test('the lockfile names no host, so that any registry serves', () => {
  assert.ok(Object.keys(packages).length > 100);
  assert.deepEqual(
    Object.keys(packages).filter((name) => packages[name]?.resolved),
    [],
  );
});

// npm installs whatever a registry sends for a package whose digest the lockfile does not name.
test('the lockfile names the digest of every package, those of other platforms too', () => {
  const bare = Object.entries(packages).filter(
    ([at, { integrity, link }]) =>
      at !== '' && !link && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
  );
  assert.deepEqual(
    bare.map(([at]) => at),
    [],
  );
});

test('the lockfile holds nothing that no package asks for', () => {
  assert.deepEqual(
    Object.keys(packages).filter((name) => packages[name]?.extraneous),
    [],
  );
});

// `npm ci` refuses a lockfile that leaves out another machine's binary, and `npm install` leaves
// it out where the registry at hand does not have it.
test('the lockfile names the packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`],
    ),
  );
  assert.deepEqual(missing, []);
});
