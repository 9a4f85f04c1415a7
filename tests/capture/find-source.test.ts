import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from '../../src/capture/find-source.ts';
import { madeSource } from './made-source.ts';

const sources = [
  madeSource('all', ['press.caldmere.example/*']),
  madeSource('briefings', ['press.caldmere.example/briefings/*', 'old.caldmere.example/*.htm']),
  madeSource('english', ['press.caldmere.example/*/en?page=*']),
];
const found = (url: string) => sourceOf(url, sources)?.id ?? null;

test('host and path decide, the longest pattern wins, the scheme does not matter', () => {
  assert.equal(found('https://press.caldmere.example/'), 'all');
  assert.equal(found('https://press.caldmere.example/briefings/1'), 'briefings');
  assert.equal(found('http://PRESS.caldmere.example:8080/briefings/1'), 'briefings');
  assert.equal(found('http://old.caldmere.example/a/b.htm'), 'briefings');
  assert.equal(found('https://press.caldmere.example/notes/en?page=2'), 'english');
});

test('an address of no source has none', () => {
  assert.equal(found('https://caldmere.example/briefings/1'), null);
  assert.equal(found('https://press.caldmere.example.evil.example/briefings/1'), null);
  assert.equal(found('http://old.caldmere.example/a/b.html'), null);
  assert.equal(found('http://evil.example/?press.caldmere.example/briefings/'), null);
});

test('two sources that fit equally well are named', () => {
  const rivals = [madeSource('one', ['a.example/x*']), madeSource('two', ['a.example/*x'])];
  assert.throws(
    () => sourceOf('https://a.example/x', rivals),
    /^Error: Expected one source for `https:\/\/a\.example\/x`, got two: .*one\.yaml .*two\.yaml/,
  );
  const same = [madeSource('one', ['a.example/x*', 'a.example/*x'])];
  assert.equal(sourceOf('https://a.example/x', same)?.id, 'one');
});
