import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyOf } from '../../src/ledger/history.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Absence } from '../../src/ledger/sighting.ts';
import { draft, fiveSpoken, sighting } from './drafts.ts';

const id = 'caldmere-zh/2031-05-06';
const page = draft(fiveSpoken);

const absent = (day: number, status = 404, url = 'https://press.example/a.html'): Absence => ({
  url,
  status,
  recorded: `2031-06-${String(day).padStart(2, '0')}T08:00:00Z`,
});

const shown = (sightings: Parameters<typeof settle>[0], absences: Absence[]) => {
  const { transcripts, events } = settle(sightings, [], absences);
  const presence = events.filter(({ event }) => event === 'vanished' || event === 'returned');
  return { transcript: transcripts[0], events, presence: presence.map(({ event }) => event) };
};

test('a page that is gone keeps its last words, and says since when', () => {
  const { transcript, events } = shown(
    [sighting(page, 1), sighting(page, 3)],
    [absent(5), absent(6)],
  );
  assert.deepEqual(transcript?.flags, ['vanished']);
  const [last, since] = ['2031-06-03T08:00:00Z', '2031-06-05T08:00:00Z'];
  assert.deepEqual(transcript?.vanished, { since, last, status: 404 });
  assert.equal(transcript?.children.length, 5);
  const life = historyOf(events, `${id}/3`).map(({ what, seen, note }) => [what, seen, note]);
  assert.deepEqual(life.at(-1), ['vanished', since, `status 404, last seen ${last}`]);
});

test('settling again tells nothing twice, with whatever came in between', () => {
  const absences = [absent(5)];
  const { events } = shown([sighting(page, 1)], absences);
  const again = settle([sighting(page, 1), sighting(page, 4)], events, absences);
  assert.deepEqual(again.events, []);
  assert.equal(again.transcripts[0]?.vanished?.since, absences[0]?.recorded);
});

test('a page that comes back is there again, and both days are told', () => {
  const { transcript, presence } = shown([sighting(page, 1), sighting(page, 7)], [absent(5, 410)]);
  assert.deepEqual(presence, ['vanished', 'returned']);
  assert.deepEqual([transcript?.flags, transcript?.vanished], [[], undefined]);
});

test('a file that was imported later brings no page back', () => {
  const file = sighting(page, 7);
  file.capture = { ...file.capture, how: 'imported' };
  assert.deepEqual(shown([sighting(page, 1), file], [absent(5)]).presence, ['vanished']);
});

test('a page with two addresses is gone once both are, whatever their scheme', () => {
  const other = 'https://press.example/b.html';
  const seen = [sighting(page, 1), sighting(page, 2, other)];
  assert.deepEqual(shown(seen, [absent(5)]).presence, []);
  const both = [absent(5, 404, 'http://press.example/a.html'), absent(6, 200, other)];
  assert.deepEqual(shown(seen, both).transcript?.vanished?.since, absent(6).recorded);
});

test('an address that never showed a record is nobody’s absence', () => {
  assert.deepEqual(
    shown([sighting(page, 1)], [absent(5, 404, 'https://press.example/z.html')]).presence,
    [],
  );
});
