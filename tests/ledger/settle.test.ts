import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Settled, settle } from '../../src/ledger/settle.ts';
import type { Sighting } from '../../src/ledger/sighting.ts';
import { ledgerEvent } from '../../src/model/ledger.ts';
import { transcript } from '../../src/model/transcript.ts';
import { draft, fiveSpoken, numbers, type Spoken, sighting } from './drafts.ts';

const kinds = ({ events }: Settled) => events.map(({ event }) => event);

const other: Spoken = {
  asker: '北方电视台记者',
  question: '苹果节的开幕式改到了室内，是否与天气有关？',
  answer: ['气象台预报周末有大风。'],
};

const without = (at: number) => fiveSpoken.filter((_, nth) => nth !== at);
const inserted = (at: number) => [...fiveSpoken.slice(0, at), other, ...fiveSpoken.slice(at)];

test('numbers exchanges in reading order and names transcript, version and captures', () => {
  const settled = settle([sighting(draft(fiveSpoken))], []);
  const { transcripts, events, held } = settled;
  assert.equal(transcripts.length, 1);
  const [first] = transcripts;
  assert.deepEqual(transcript.parse(first), first);
  assert.equal(first?.id, 'caldmere-zh/2031-05-06');
  assert.equal(first.briefing, 'caldmere/2031-05-06');
  assert.deepEqual(numbers(first), ['1', '2', '3', '4', '5']);
  assert.deepEqual(
    first.versions.map(({ id, captures }) => [id, captures.length]),
    [['v1', 1]],
  );
  assert.deepEqual(
    events.map((event) => ledgerEvent.parse(event)),
    events,
  );
  assert.deepEqual(kinds(settled), ['transcript', 'version', ...fiveSpoken.map(() => 'minted')]);
  assert.deepEqual(held, []);
});

test('settling again adds nothing and yields the same bytes', () => {
  const sightings = [
    sighting(draft(fiveSpoken), 1),
    sighting(draft(inserted(2)), 2),
    sighting(draft(without(0)), 3),
  ];
  const once = settle(sightings, []);
  const twice = settle(sightings, once.events);
  assert.deepEqual(twice.events, []);
  assert.equal(JSON.stringify(twice.transcripts), JSON.stringify(once.transcripts));
});

test('settling again adds nothing where a new wording has other paragraphs too', () => {
  const cut = (text: string) => text.split(/(?<=新|研|邻)/u);
  const reflowed = fiveSpoken.map((it) => ({ ...it, answer: it.answer.flatMap(cut) }));
  const edited = reflowed.with(4, { ...(reflowed[4] ?? other), answer: ['下月末。'] });
  const sightings = [sighting(draft(fiveSpoken), 1), sighting(draft(edited), 2)];
  const { events } = settle(sightings, []);
  const version = events.find((it) => it.event === 'version' && it.version === 'v2');
  assert.deepEqual(version?.event === 'version' && version.same, ['1', '2', '3', '4']);
  assert.deepEqual(settle(sightings, events).events, []);
});

test('a later wording keeps the numbers: insertions get letters, the end the next whole number', () => {
  const seen = [sighting(draft(fiveSpoken))];
  const { events } = settle(seen, []);
  const after = (spoken: Spoken[]) =>
    numbers(settle([...seen, sighting(draft(spoken), 2)], events).transcripts[0]);
  assert.deepEqual(after(inserted(4)), ['1', '2', '3', '4', '4a', '5']);
  assert.deepEqual(after(inserted(0)), ['0a', '1', '2', '3', '4', '5']);
  assert.deepEqual(after(inserted(5)), ['1', '2', '3', '4', '5', '6']);
  assert.deepEqual(after(without(1)), ['1', '3', '4', '5']);
  assert.deepEqual(after([...fiveSpoken].reverse()), ['5', '4', '3', '2', '1']);
});

test('a removed exchange leaves its last words, and is restored when it comes back', () => {
  const gone = [sighting(draft(fiveSpoken), 1), sighting(draft(without(2)), 2)];
  const removal = settle(gone, []);
  assert.deepEqual(removal.events.at(-1), {
    event: 'removed',
    id: 'caldmere-zh/2031-05-06/3',
    version: 'v2',
    last: 'v1',
    score: 0,
    words: {
      asker: '港湾通讯社记者',
      question: fiveSpoken[2]?.question,
      answer: fiveSpoken[2]?.answer.join('\n'),
    },
  });
  const back = settle([...gone, sighting(draft(fiveSpoken), 3)], removal.events);
  assert.deepEqual(kinds(back), ['restored']);
  assert.deepEqual(numbers(back.transcripts[0]), ['1', '2', '3', '4', '5']);
  assert.deepEqual(
    back.transcripts[0]?.versions.map(({ captures }) => captures.length),
    [2, 1],
  );
});

test('white space and paragraph breaks are not wording', () => {
  const flowed = fiveSpoken.map((it) => ({ ...it, answer: [it.answer.join(' ')] }));
  const { transcripts } = settle([sighting(draft(fiveSpoken), 1), sighting(draft(flowed), 2)], []);
  assert.equal(transcripts[0]?.versions.length, 1);
});

test('several conferences a day are numbered by page time, then URL; written answers apart', () => {
  const at = (name: string) => `https://press.example/${name}.html`;
  const page = (
    name: string,
    nth: number,
    pageTime: string | null,
    kind: 'conference' | 'written-answer' = 'conference',
  ) =>
    sighting(
      draft(
        [{ ...other, question: `${other.question}${name}`, answer: [String(nth).repeat(40)] }],
        { pageTime, kind },
      ),
      nth,
      at(name),
    );
  const { transcripts, events } = settle(
    [
      page('a', 1, null),
      page('b', 2, '2031-05-06 18:00'),
      page('c', 3, '2031-05-06 09:00'),
      page('w', 4, null, 'written-answer'),
    ],
    [],
  );
  assert.deepEqual(
    transcripts.map(({ id, url }) => [id.replace('caldmere-zh/2031-05-06', ''), url]),
    [
      ['', at('c')],
      ['-2', at('b')],
      ['-3', at('a')],
      ['-w', at('w')],
    ],
  );
  const early = page('d', 5, '2031-05-06 01:00');
  const later = settle([early, page('b', 2, '2031-05-06 18:00')], events);
  assert.deepEqual(
    later.transcripts.map(({ id }) => id),
    ['caldmere-zh/2031-05-06-2', 'caldmere-zh/2031-05-06-4'],
  );
});

test('another URL with the same exchanges is another capture; a corrected date keeps the id', () => {
  const copy = sighting(draft(fiveSpoken), 2, 'https://mirror.example/a.html');
  const both = settle([sighting(draft(fiveSpoken)), copy], []);
  assert.deepEqual(kinds(both).slice(0, 3), ['transcript', 'address', 'version']);
  assert.equal(both.transcripts.length, 1);
  assert.equal(both.transcripts[0]?.captures.length, 2);
  const moved = settle(
    [sighting(draft(fiveSpoken)), sighting(draft(fiveSpoken, { date: '2031-05-07' }), 3)],
    both.events,
  );
  assert.deepEqual(
    moved.transcripts.map(({ id, date }) => [id, date]),
    [['caldmere-zh/2031-05-06', '2031-05-07']],
  );
});

test('neither the order nor the grouping of sightings decides', () => {
  const days = fc.array(fc.subarray(fiveSpoken, { minLength: 2 }), { minLength: 1, maxLength: 4 });
  const pages = fc.array(days, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(pages, fc.infiniteStream(fc.nat()), (list, keys) => {
      const sightings = list.flatMap((page, nth) =>
        page.map((spoken, day) =>
          sighting(
            draft(spoken, { date: `2031-05-0${nth + 1}` }),
            day + 1,
            `https://press.example/${nth}`,
          ),
        ),
      );
      const sorted = settle(sightings, []);
      const shuffled = shuffle(sightings, keys);
      assert.deepEqual(settle(shuffled, []), sorted);
      assert.deepEqual(settle(shuffled, sorted.events), { ...sorted, events: [] });
    }),
    { numRuns: 60 },
  );
});

test('numbers are minted once: no number is ever given to other words', () => {
  const day = fc.subarray([...fiveSpoken, other], { minLength: 1 });
  fc.assert(
    fc.property(fc.array(day, { minLength: 2, maxLength: 5 }), (days) => {
      const first = new Map<string, string>();
      const ledger: Settled['events'] = [];
      days.forEach((_, last) => {
        const seen = days.slice(0, last + 1).map((spoken, nth) => sighting(draft(spoken), nth + 1));
        const { transcripts, events } = settle(seen, ledger);
        ledger.push(...events);
        for (const child of transcripts[0]?.children ?? []) {
          if (child.type !== 'exchange') continue;
          const words = JSON.stringify(child.children);
          assert.equal(first.get(child.id) ?? words, words);
          first.set(child.id, words);
        }
      });
    }),
    { numRuns: 100 },
  );
});

function shuffle(list: Sighting[], keys: Iterable<number>): Sighting[] {
  const stream = keys[Symbol.iterator]();
  return list
    .map((it) => ({ it, key: Number(stream.next().value) }))
    .sort((a, b) => a.key - b.key)
    .map(({ it }) => it);
}
