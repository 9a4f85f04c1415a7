import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignEditions } from '../../src/ledger/editions.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { draft, type Spoken, sighting } from './drafts.ts';
import { madeUpDrafts } from './made-up.ts';
import { chanceFrom } from './random.ts';

function edition(it: Draft, source: string): Transcript {
  const [settled] = settle([sighting({ ...it, source })], []).transcripts;
  assert.ok(settled);
  return settled;
}

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
    assert.deepEqual(facts, [{ kind: 'only-in-a', exchange: `${whole.id}/${at + 1}` }]);
    assert.deepEqual(unsure, []);
    const turned = alignEditions(edition(without(it, at), 'reprint'), whole);
    assert.deepEqual(turned.facts, [{ kind: 'only-in-b', exchange: `${whole.id}/${at + 1}` }]);
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

const zh: (Spoken & { outlet: string | null })[] = [
  {
    outlet: 'harbour-wire',
    asker: '港湾通讯社记者',
    question: '渡轮停航3天，1400人受影响，何时恢复？',
    answer: ['预计12日恢复。'],
  },
  {
    outlet: 'valley-gazette',
    asker: '山谷日报记者',
    question: 'BNO奶酪标准何时公布？',
    answer: ['标准在制定时听取了各方意见，将于9月公布。'],
  },
  { outlet: null, asker: '记者', question: '有没有别的消息？', answer: ['没有。'] },
  {
    outlet: 'harbour-wire',
    asker: '港湾通讯社记者',
    question: '图书馆修缮费用高出27万元，原因是什么？',
    answer: ['石料须从外省采购，运输费用上涨。'],
  },
];
const en: typeof zh = [
  {
    outlet: 'harbour-wire',
    asker: 'Harbour Wire',
    question: 'The ferry has stopped for 3 days and 1,400 people are affected. When will it run?',
    answer: ['On the 12th, we expect.'],
  },
  {
    outlet: 'harbour-wire',
    asker: 'Harbour Wire',
    question: 'Repairs of the library cost 27 more than planned. Why?',
    answer: ['Stone has to come from another province, and freight has become dearer.'],
  },
];

const spokenIn = (language: string, spoken: typeof zh): Draft => {
  const it = draft(spoken, { language });
  const children = it.children.map((child, at) =>
    child.type !== 'exchange'
      ? child
      : {
          ...child,
          children: child.children.map((turn) =>
            turn.type === 'turn' && turn.kind === 'question'
              ? { ...turn, outlet: spoken[at]?.outlet ?? null }
              : turn,
          ),
        },
  );
  return { ...it, children };
};

test('across languages: outlets, numbers and order align; gaps stay gaps', () => {
  const a = edition(spokenIn('zh-Hans', zh), 'ministry-zh');
  const b = edition(spokenIn('en', en), 'ministry-en');
  const { pairs, facts } = alignEditions(a, b);
  assert.deepEqual(
    pairs.map((pair) => [pair.a, pair.b]),
    [
      [`${a.id}/1`, `${b.id}/1`],
      [`${a.id}/4`, `${b.id}/2`],
    ],
  );
  assert.deepEqual(
    facts.map((fact) => [fact.kind, 'exchange' in fact ? fact.exchange : null]),
    [
      ['only-in-a', `${a.id}/2`],
      ['only-in-a', `${a.id}/3`],
    ],
  );
});
