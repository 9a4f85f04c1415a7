import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { z } from 'zod';
import { institutions } from '../../src/model/institution.ts';
import { outlets } from '../../src/model/outlet.ts';
import { people } from '../../src/model/person.ts';
import { outletIndex, resolveOutlet } from '../../src/parse/outlet.ts';

const load = async <Schema extends z.ZodType>(name: string, schema: Schema) =>
  schema.parse(
    parse(await readFile(new URL(`../../content/${name}.yaml`, import.meta.url), 'utf8')),
  );

test('The shipped names fit their schemas, each id once, every person at a known institution', async () => {
  const [places, askers, speakers] = await Promise.all([
    load('institutions', institutions),
    load('outlets', outlets),
    load('people', people),
  ]);
  for (const list of [places, askers, speakers])
    assert.equal(new Set(list.map(({ id }) => id)).size, list.length);
  const known = new Set(places.map(({ id }) => id));
  assert.deepEqual(
    speakers.filter(({ institution }) => !known.has(institution)),
    [],
  );
  assert.ok(askers.length >= 150, `Expected at least 150 outlets, got ${askers.length}`);
});

test('No printed name belongs to two outlets, and every one finds its own', async () => {
  const askers = await load('outlets', outlets);
  const index = outletIndex(askers);
  for (const { id, names, short, aliases } of askers)
    for (const name of [...Object.values(names), ...Object.values(short ?? {}), ...aliases])
      assert.equal(resolveOutlet(name, index), id, name);
});

test('Places are ISO 3166-1 codes that CLDR can name', async () => {
  const named = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const { id, place } of await load('outlets', outlets))
    assert.ok(/^[A-Z]{2}$/.test(place) && named.of(place), `${id}: \`${place}\``);
});

test('An alias names one person within an institution', async () => {
  const claimed = new Map<string, string>();
  for (const { id, institution, names, aliases } of await load('people', people))
    for (const name of new Set([...Object.values(names), ...aliases])) {
      const key = `${institution} ${name.toLowerCase()}`;
      assert.equal(claimed.get(key), undefined, key);
      claimed.set(key, id);
    }
});
