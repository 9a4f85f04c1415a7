import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledgerFaults } from '../../src/ledger/faults.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Sighting } from '../../src/ledger/sighting.ts';
import { tombstones } from '../../src/ledger/tombstones.ts';
import { withheldWords } from '../../src/ledger/withheld-words.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { draft, exchange, fiveSpoken, type Spoken, sighting } from './drafts.ts';
import { madeUpDrafts } from './made-up.ts';
import { mutations, unchanged } from './mutations.ts';
import { chanceFrom } from './random.ts';

const id = 'caldmere-zh/2031-05-06';
const [first, second, third, fourth, fifth] = fiveSpoken;
assert.ok(first && second && third && fourth && fifth);

/** The numbers that are withheld after exchange `n` is, in the order of the ledger. */
function withheldAfter(seen: Sighting[], n: string, before = 1): string[] {
  const { events } = settle(seen.slice(0, before), []);
  const line: LedgerEvent = {
    ...{ event: 'withheld', id: `${id}/${n}`, date: '2031-07-01', ground: 'Court order 7' },
  } as LedgerEvent;
  const settled = settle(seen, [...events, line]);
  const ledger = [...events, line, ...settled.events];
  assert.deepEqual(ledgerFaults(ledger), []);
  assert.deepEqual(settle(seen, ledger).events, []);
  const stones = tombstones(ledger);
  return ledger.flatMap((it) => {
    if (it.event !== 'withheld') return [];
    assert.deepEqual(stones.get(it.id), {
      kind: 'withheld',
      date: '2031-07-01',
      ground: 'Court order 7',
    });
    return it.id.slice(id.length + 1);
  });
}

const page = (spoken: Spoken[], day: number) => sighting(draft(spoken), day);
const merged = { ...first, answer: [...first.answer, second.question, ...second.answer] };

test('what words of a withheld exchange are merged into is withheld, before and after', () => {
  const seen = [page(fiveSpoken, 1), page([merged, third, fourth, fifth], 2)];
  assert.deepEqual(withheldAfter(seen, '2'), ['2', '1']);
  assert.deepEqual(withheldAfter(seen, '2', 2), ['2', '1']);
});

test('what is split off from a withheld exchange is withheld', () => {
  const seen = [page([merged, third, fourth, fifth], 1), page(fiveSpoken, 2)];
  assert.deepEqual(withheldAfter(seen, '1'), ['1', '1a']);
});

test('an exchange that quotes a passage is withheld, one with the same formula is not', () => {
  const quoting = { ...fifth, answer: [...fifth.answer, `此前有人问：${second.question}`] };
  assert.deepEqual(
    withheldAfter([page(fiveSpoken, 1), page([first, second, third, fourth, quoting], 2)], '2'),
    ['2', '5'],
  );
  assert.deepEqual(withheldAfter([page(fiveSpoken, 1), page(fiveSpoken, 2)], '2'), ['2']);
  const formal = { ...fifth, answer: [...fifth.answer, '我们已多次阐明立场。'] };
  assert.deepEqual(
    withheldAfter([page(fiveSpoken, 1), page([first, second, third, fourth, formal], 2)], '2'),
    ['2'],
  );
});

test('a copy beside the withheld exchange is withheld, an heir passes its own words to nobody', () => {
  const twice = [first, second, third, second];
  assert.deepEqual(withheldAfter([page(twice, 1)], '2'), ['2', '4']);
  const seen = [
    page(fiveSpoken, 1),
    page([merged, third, fourth, fifth], 2),
    page([merged, third, fourth, { ...fifth, answer: [...fifth.answer, ...first.answer] }], 3),
  ];
  assert.deepEqual(withheldAfter(seen, '2', 2), ['2', '1']);
});

test('a removed exchange whose last words have some of them says that it is withheld', () => {
  const seen = [
    page(fiveSpoken, 1),
    page([first, merged, third, fourth, fifth].slice(1), 2),
    page([third, fourth, fifth], 3),
  ];
  assert.deepEqual(withheldAfter(seen, '2', 3), ['2', '1']);
});

test('made-up pages: no words of a withheld exchange stay after a merge or a split', () => {
  let count = 0;
  for (const [nth, one] of madeUpDrafts(24).entries()) {
    const exchanges = one.children.filter((child) => child.type === 'exchange');
    for (const name of ['merge', 'split', 'swap', 'insert', 'delete', 'reword 20 %']) {
      const donors =
        madeUpDrafts(2)[nth % 2]?.children.filter((it) => it.type === 'exchange') ?? [];
      const changed = mutations[name]?.(unchanged(exchanges), chanceFrom(nth), donors) ?? [];
      const seen = [
        sighting({ ...one, children: exchanges }, 1),
        sighting({ ...one, children: changed.map((it) => it.exchange) }, 2),
      ];
      const { events, held } = settle(seen, []);
      if (held.length > 0) continue;
      for (const at of exchanges.keys()) {
        const line = {
          event: 'withheld',
          id: `${id}/${at + 1}`,
          date: '2031-07-01',
          ground: 'x',
        } as const;
        const settled = settle(seen, [...events, line]);
        const hidden = new Set(
          [line, ...settled.events].flatMap((it) => (it.event === 'withheld' ? it.id : [])),
        );
        const children = settled.transcripts[0]?.children ?? [];
        for (const [place, child] of children.entries()) {
          const has = changed[place]?.from.includes(at) === true;
          if (child.type !== 'exchange' || !has) continue;
          count += 1;
          assert.ok(hidden.has(child.id), `${name} on page ${nth}: ${child.id} of ${at + 1}`);
        }
      }
      assert.ok(settle(seen, events).events.length === 0);
    }
  }
  assert.ok(count > 500, `${count} looked at`);
});

test('words are found in a statement and in a note', () => {
  const [said, other] = [second, third].map(exchange);
  assert.ok(said && other);
  const words = withheldWords([said], [other]);
  const paragraph = { type: 'paragraph' as const, value: `问：${second.question}` };
  const statement = { ...said.children[0], kind: 'statement' as const, children: [paragraph] };
  assert.ok(words.areIn(statement as never));
  assert.ok(words.areIn({ type: 'note', value: `${second.answer.join('')}（会后）` }));
  assert.ok(!words.areIn({ type: 'note', value: '我们已多次阐明。' }));
  assert.ok(!words.areIn(other));
});
