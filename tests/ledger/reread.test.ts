import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../../src/ledger/settle.ts';
import type { Draft } from '../../src/model/draft.ts';
import { draft, fiveSpoken, numbers, type Spoken, sighting } from './drafts.ts';

test('a better parser finds the numbers again without any transcript', () => {
  const read = settle([sighting(draft(fiveSpoken))], []);
  const [first, second, ...rest] = fiveSpoken;
  assert.ok(first && second);
  const fused: Spoken = { ...first, answer: [...first.answer, second.question, ...second.answer] };
  const coarse = settle([sighting(draft([fused, ...rest]))], []);
  assert.deepEqual(numbers(coarse.transcripts[0]), ['1', '2', '3', '4']);
  const better = settle([sighting(draft(fiveSpoken))], coarse.events);
  assert.deepEqual(numbers(better.transcripts[0]), ['1', '1a', '2', '3', '4']);
  const again = settle([sighting(draft(fiveSpoken))], [...coarse.events, ...better.events]);
  assert.deepEqual(again.events, []);
  assert.deepEqual(settle([sighting(draft(fiveSpoken))], read.events).events, []);
});

test('a better parser mints an exchange once, however many wordings show it', () => {
  const [first, second, third, ...rest] = fiveSpoken;
  assert.ok(first && second && third);
  const one = { ...second, answer: [...second.answer, third.question, ...third.answer] };
  const ending = rest.map((it, at) => (at === 0 ? { ...it, answer: ['另有说明。'] } : it));
  const before = [draft([first, one, ...rest]), draft([first, one, ...ending])];
  const after = [draft(fiveSpoken), draft([first, second, third, ...ending])];
  const seen = (drafts: Draft[]) => drafts.map((it, at) => sighting(it, at + 1));
  const { events } = settle(seen(before), []);
  const again = settle(seen(after), events);
  assert.deepEqual(
    again.events.map((it) => [it.event, it.id.split('/')[2], 'version' in it && it.version]),
    [
      ['reread', '2', 'v1'],
      ['split', '2a', 'v1'],
      ['reread', '2', 'v2'],
      ['reread', '2a', 'v2'],
    ],
  );
  assert.deepEqual(settle(seen(after), [...events, ...again.events]).events, []);
});
