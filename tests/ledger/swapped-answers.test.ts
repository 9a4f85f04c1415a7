import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../../src/ledger/settle.ts';
import { draft, numbers, type Spoken, sighting } from './drafts.ts';

const q = (asker: string, question: string, ...answer: string[]): Spoken => ({
  asker,
  question,
  answer,
});

const spoken = [
  q(
    'Harbour Wire',
    'Any word on the ferries?',
    'The crews were paid on Monday.',
    'They sail again.',
  ),
  q('Valley Gazette', 'What is your comment?', 'The mayor regrets the closing of the orchard.'),
  q('Northern Television', 'What is your comment?', 'Snow fell on the sledge run all night.'),
  q('Lighthouse Weekly', 'And your comment, Minister?', 'Honey is taxed as sugar is.'),
];

/** The answers of some exchanges, by their places, in another order. */
function answeredBy(places: Record<number, number>): Spoken[] {
  return spoken.map((it, at) => ({ ...it, answer: spoken[places[at] ?? at]?.answer ?? [] }));
}

function settled(after: Spoken[]) {
  return settle([sighting(draft(spoken), 1), sighting(draft(after), 2)], []);
}

test('answers change places: each number stays with its question', () => {
  for (const places of [
    { 0: 1, 1: 0 },
    { 1: 2, 2: 1 },
    { 1: 3, 3: 1 },
    { 0: 3, 3: 0 },
    { 0: 1, 1: 2, 2: 3, 3: 0 },
  ]) {
    const { transcripts, held } = settled(answeredBy(places));
    assert.deepEqual(held, []);
    assert.deepEqual(numbers(transcripts[0]), ['1', '2', '3', '4'], JSON.stringify(places));
  }
});

test('questions and answers change places together: the exchanges moved', () => {
  const [first, second, third, fourth] = spoken;
  assert.ok(first && second && third && fourth);
  assert.deepEqual(numbers(settled([first, third, second, fourth]).transcripts[0]), [
    '1',
    '3',
    '2',
    '4',
  ]);
});

test('an answer that came from nowhere is no answer that changed places', () => {
  const [first, second, third, fourth] = spoken;
  assert.ok(first && second && third && fourth);
  const strange = { ...third, answer: ['The library opens at nine, and the roof is new.'] };
  assert.deepEqual(numbers(settled([first, second, strange, fourth]).transcripts[0]), [
    '1',
    '2',
    '2a',
    '4',
  ]);
});
