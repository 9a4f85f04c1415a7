import assert from 'node:assert/strict';
import test from 'node:test';
import { PlacementMemory } from '../../src/archive/placement-memory.ts';
import type { Stamps } from '../../src/archive/stamps.ts';
import { transcriptFile } from '../../src/archive/transcripts.ts';
import type { Placement, Topic } from '../../src/model/topic.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { place } from '../../src/topics/place.ts';
import { type Chance, chanceFrom } from '../ledger/random.ts';
import { fixtureArchive } from '../site/fixture-archive.ts';
import { answers, asks, exchange, record } from '../site/making.ts';

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

const words = ['灯塔', '渡轮', '鳕鱼', '港口', '潮汐', '博物馆', '气候', '海图'];

/** Briefings of a made-up office that say each word by chance, now and then only in the title. */
function spoken(chance: Chance): Transcript[] {
  const some = (most: number) =>
    Array.from({ length: chance.below(most + 1) }, () => chance.pick(words)).join('，又');
  return Array.from({ length: 12 }, (_, day) => {
    const id = `cal-zh/2031-05-${String(day + 1).padStart(2, '0')}`;
    const children = Array.from({ length: 6 }, (_, n) =>
      exchange(`${id}/${n + 1}`, [
        asks('潮讯社记者', null, `${some(2)}如何？`),
        answers('岑若澜', '岑若澜', `${some(3)}照旧。${'再说一遍。'.repeat(chance.below(30))}`),
      ]),
    );
    return record({ id, title: `岑若澜主持吹风会${chance.hits(0.3) ? some(1) : ''}`, children });
  });
}

function topicBy(chance: Chance, id: string): Topic {
  const company = () => (chance.hits(0.3) ? [chance.pick(words)] : undefined);
  const cue = () => ({
    ...{ phrase: chance.pick(words), weight: chance.pick([0.4, 0.7, 1]) },
    ...{ with: company(), without: company() },
  });
  const except = chance.hits(0.3) ? { zh: [`又${chance.pick(words)}`] } : undefined;
  return {
    ...{ id, names: { 'zh-Hans': id, en: id }, description: id, path: `topics/${id}.md` },
    ...(except && { except }),
    phrases: { zh: Array.from({ length: 1 + chance.below(3) }, cue) },
  };
}

test('after each of 200 edits of topics a memory has what placing anew gives', () => {
  const chance = chanceFrom(11);
  const said = spoken(chance);
  const stamps = Object.fromEntries(
    said.map(({ id }) => [transcriptFile(id), [1, 1, 1, id] satisfies Stamps[string]]),
  );
  const ids = said.flatMap(({ children }) =>
    children.flatMap((child) => (child.type === 'exchange' ? [child.id] : [])),
  );
  const byHand = Array.from({ length: 12 }, () => ({
    ...{ exchange: chance.pick(ids), topic: `t${chance.below(6)}`, listed: chance.hits(0.4) },
    why: 'A reader says so.',
  }));
  const memory = new PlacementMemory('code', stamps, null);
  const list = new Map<string, Topic>();
  let kept = 0;
  let old: Placement[][] = [];
  for (let edit = 0; edit < 200; edit++) {
    const id = `t${chance.below(6)}`;
    if (!list.delete(id) || chance.hits(0.7)) list.set(id, topicBy(chance, id));
    const got = memory.place(said, list.values(), { byHand });
    assert.deepEqual(got, place(said, list.values(), { byHand }), `edit ${edit}, of ${id}`);
    const now = [...got.values()];
    kept += now.filter((it) => old.includes(it)).length;
    old = now;
  }
  assert.ok(kept > 2000, `Expected more than 2,000 placements kept, got ${kept}`);
});
