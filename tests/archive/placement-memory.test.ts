import assert from 'node:assert/strict';
import test from 'node:test';
import { PlacementMemory } from '../../src/archive/placement-memory.ts';
import type { Stamps } from '../../src/archive/stamps.ts';
import type { Topic } from '../../src/model/topic.ts';
import { place } from '../../src/topics/place.ts';
import { fixtureArchive } from '../site/fixture-archive.ts';

const { transcripts, topics } = fixtureArchive();

const stampsOf = (digest: (id: string) => string): Stamps =>
  Object.fromEntries(
    transcripts.map(({ id, source, date }) => [
      `transcripts/${source}/${date.slice(0, 4)}/${id.split('/')[1]}.json`,
      [1, 1, 1, digest(id)],
    ]),
  );

const same = stampsOf((id) => `digest of ${id}`);

const known = [...topics.values()];

/** A memory that has placed all transcripts once. */
function filled(): PlacementMemory {
  const memory = new PlacementMemory('code', same, null);
  memory.place(transcripts, known, {});
  return memory;
}

const saved = () => filled().saved;

test('a memory gives what placing gives, when new and when full', () => {
  const want = place(transcripts, known);
  assert.ok(want.size > 0, 'the fixture has placements');
  assert.deepEqual(filled().place(transcripts, known, {}), want);
  assert.deepEqual(new PlacementMemory('code', same, saved()).place(transcripts, known, {}), want);
});

test('what is remembered is not placed again', () => {
  const memory = filled();
  const [first] = [...memory.place(transcripts, known, {}).values()];
  const [again] = [...memory.place(transcripts, known, {}).values()];
  assert.equal(first, again);
});

test('another file, other exchanges, other rules or other code are placed anew', () => {
  const one = transcripts[0]?.id ?? '';
  const edited = stampsOf((id) => (id === one ? 'other' : `digest of ${id}`));
  const forgotten = (memory: PlacementMemory, list: Topic[], of = transcripts): number => {
    const old = Object.values(memory.saved.transcripts).flatMap(([, placed]) => placed.flat(2));
    const placed = [...memory.place(of, list, {}).values()].flat();
    return placed.filter((it) => !old.includes(it)).length;
  };
  const all = [...place(transcripts, known).values()].flat().length;
  assert.equal(forgotten(new PlacementMemory('code', same, saved()), known), 0);
  assert.equal(forgotten(new PlacementMemory('new code', same, saved()), known), all);
  const broader = known.map((it) => ({
    ...it,
    phrases: { ...it.phrases, zh: ['鳕鱼', '吹风会'] },
  }));
  assert.ok(forgotten(new PlacementMemory('code', same, saved()), broader) > 0);
  const described = known.map((it) => ({ ...it, description: 'Anew.' }));
  assert.equal(forgotten(new PlacementMemory('code', same, saved()), described), 0);
  const ofFirst = [...place(transcripts.slice(0, 1), known).values()].flat().length;
  assert.equal(forgotten(new PlacementMemory('code', edited, saved()), known), ofFirst);
});
