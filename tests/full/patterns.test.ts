import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { parse } from 'yaml';
import type { Profile } from '../../src/model/profile.ts';
import { source } from '../../src/model/source.ts';
import { profileOf } from '../../src/parse/profile-of.ts';

const folder = fileURLToPath(new URL('../../content/sources/', import.meta.url));
const profiles = readdirSync(folder).map((file) =>
  profileOf(source.parse(parse(readFileSync(`${folder}${file}`, 'utf8')))),
);

test('no pattern of a profile takes more than linear time', () => {
  const patterns = new Set(profiles.flatMap(patternsOf));
  assert.ok(patterns.size > 100, `Expected more than 100 patterns, got \`${patterns.size}\``);
  const slow = [...patterns].filter(
    (pattern) => checkSync(pattern, 'u', { timeout: 300_000 }).status !== 'safe',
  );
  assert.deepEqual(slow, []);
});

function patternsOf({ roles, parts, ...profile }: Profile): string[] {
  return [
    ...[roles.asker, roles.signature, roles.speaker, roles.host, roles.roster].flat(),
    ...[parts.question, parts.answer].flat(),
    ...[profile.prefixes, profile.directions, profile.closing, profile.partial].flat(),
    ...[...profile.noise, ...profile.notes, ...profile.dates].map((rule) => rule.pattern),
    ...profile.kinds.flatMap(({ title, body }) => [title, body].filter((one) => one !== undefined)),
  ];
}
