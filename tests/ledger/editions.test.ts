import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alignEditions } from '../../src/ledger/editions.ts';
import { marksIn } from '../../src/ledger/marks.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Draft } from '../../src/model/draft.ts';
import { type Exchange, type Transcript, transcript } from '../../src/model/transcript.ts';
import { bilingual, editionsOf } from '../bilingual.ts';
import { answers, asks, exchange, record } from '../site/making.ts';
import { sighting } from './drafts.ts';
import { madeUpDrafts } from './made-up.ts';
import { chanceFrom } from './random.ts';

function edition(it: Draft, source: string): Transcript {
  const [settled] = settle([sighting({ ...it, source })], []).transcripts;
  assert.ok(settled);
  return settled;
}

/** The states that the made-up briefing speaks of, as the archive would find them. */
const countries = (it: Exchange): string[] => {
  const names: [string, RegExp][] = [
    ['NO', /挪威|Norway/],
    ['IS', /冰岛|Iceland/],
    ['CA', /加拿大|Canada/],
  ];
  return names.flatMap(([code, name]) => (name.test(JSON.stringify(it)) ? code : []));
};

const without = (it: Draft, at: number): Draft => ({
  ...it,
  children: it.children.toSpliced(at, 1),
});

test('identical texts: every exchange aligned, nothing to state', () => {
  for (const it of madeUpDrafts(20)) {
    const { pairs, facts, unsure } = alignEditions(edition(it, 'ministry'), edition(it, 'reprint'));
    assert.equal(pairs.length, it.children.length);
    assert.deepEqual([facts, unsure], [[], []]);
  }
});

test('a planted omission is stated, and nothing else', () => {
  for (const [nth, it] of madeUpDrafts(40).entries()) {
    const at = chanceFrom(nth).below(it.children.length);
    const whole = edition(it, 'ministry');
    const { facts, unsure } = alignEditions(whole, edition(without(it, at), 'reprint'));
    assert.deepEqual(
      facts.map((fact) => [fact.kind, 'exchange' in fact && fact.exchange]),
      [['only-in-a', `${whole.id}/${at + 1}`]],
    );
    assert.deepEqual(unsure, []);
    const turned = alignEditions(edition(without(it, at), 'reprint'), whole);
    assert.deepEqual(
      turned.facts.map((fact) => [fact.kind, 'exchange' in fact && fact.exchange]),
      [['only-in-b', `${whole.id}/${at + 1}`]],
    );
  }
});

test('another label, other words and another place are facts of their own', () => {
  const [it] = madeUpDrafts(1);
  const [first, second, ...rest] = it?.children ?? [];
  assert.ok(it && first?.type === 'exchange' && second && rest.length > 0);
  const relabelled = {
    ...first,
    children: first.children.map((turn) =>
      turn.type === 'turn' && turn.kind === 'question' ? { ...turn, label: '记者' } : turn,
    ),
  };
  const other = { ...it, children: [second, ...rest, relabelled] };
  const { facts } = alignEditions(edition(it, 'ministry'), edition(other, 'reprint'));
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['label', 'order'],
  );
});

test('a statement that one edition leaves out is a fact of its own', () => {
  const { zh: whole } = editionsOf('2031-05-06');
  const cut = { ...whole, id: 'reprint/2031-05-06', children: whole.children.slice(1) };
  assert.deepEqual(alignEditions(whole, cut).facts, [
    { kind: 'statement-only-in-a', at: 0, score: 0 },
  ]);
});

test('across languages every exchange is aligned, whatever is left out on either side', () => {
  const places = fc.uniqueArray(fc.nat({ max: bilingual.length - 1 }), { maxLength: 3 });
  fc.assert(
    fc.property(places, places, (zhOut, enOut) => {
      const { zh, en } = editionsOf('2031-05-06', { zh: zhOut, en: enOut });
      const { pairs, facts, unsure } = alignEditions(zh, en, countries);
      const idsOf = (out: number[], { id }: Transcript) => {
        const kept = [...bilingual.keys()].filter((at) => !out.includes(at));
        return new Map(kept.map((at, nth) => [at, `${id}/${nth + 1}`]));
      };
      const [ours, theirs] = [idsOf(zhOut, zh), idsOf(enOut, en)];
      const both = [...ours].filter(([at]) => theirs.has(at));
      assert.deepEqual(
        pairs.map(({ a, b }) => [a, b]),
        both.map(([at, id]) => [id, theirs.get(at)]),
      );
      const lone = [
        ...[...ours].filter(([at]) => !theirs.has(at)).map(([, id]) => ['only-in-a', id]),
        ...[...theirs].filter(([at]) => !ours.has(at)).map(([, id]) => ['only-in-b', id]),
      ];
      assert.deepEqual(
        facts.map((fact) => [fact.kind, 'exchange' in fact ? fact.exchange : null]),
        lone,
      );
      assert.deepEqual(unsure, []);
    }),
    { numRuns: 300 },
  );
});

test('what tells nothing apart stays unaligned and is no omission', () => {
  const vague = (id: string, label: string, outlet: string | null): Transcript =>
    record({
      id,
      title: id,
      children: ['1', '2'].map((n) =>
        exchange(`${id}/${n}`, [asks(label, outlet, '…？'), answers('A', 'A', '…。')]),
      ),
    });
  const one = vague('cal-zh/2031-05-06', '潮讯社记者', 'tidewire');
  const two = vague('cal-en/2031-05-06', 'Tidewire', 'tidewire');
  const { pairs, facts, unsure } = alignEditions(one, two);
  assert.deepEqual([pairs, facts, unsure.length], [[], [], 4]);
});

test('another asker named across languages is no omission either', () => {
  const { zh, en } = editionsOf('2031-05-06');
  const renamed = en.children.map((child) =>
    child.type === 'exchange' && child.n === '2'
      ? { ...child, children: child.children.map((it) => ({ ...it, outlet: 'lantern-tv' })) }
      : child,
  );
  const other = transcript.parse({ ...en, children: renamed });
  const { facts } = alignEditions(zh, other, countries);
  assert.deepEqual(facts, []);
});

test('numbers are compared by value, months by number, acronyms as they are', () => {
  const same: [string, string][] = [
    ['1.4亿元', '140 million'],
    ['27万', '270,000'],
    ['3千万', '30 million'],
    ['3,000亿', '300 billion'],
    ['4月12日', 'April 12'],
    ['4月12日', 'the 12 April'],
    ['2032年', '2032'],
    ['１５％', '15%'],
    ['G20和BNO', 'the G20 and BNO'],
  ];
  for (const [zh, en] of same) assert.deepEqual(marksIn(zh).sort(), marksIn(en).sort(), zh);
  assert.deepEqual(marksIn('May I ask about March? It may.'), []);
});
