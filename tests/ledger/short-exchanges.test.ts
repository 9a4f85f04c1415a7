import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../../src/ledger/settle.ts';
import { draft, numbers, type Spoken, sighting } from './drafts.ts';

const q = (question: string, answer: string): Spoken => ({
  asker: 'Q',
  question,
  answer: [answer],
});

const brief = [
  q('Minister, when will the ferries sail again?', 'The harbour office expects Thursday.'),
  q('And, Captain, yesterday — what about the crews?', 'They are safe, yes.'),
  q('Sir, one more —', 'Go ahead.'),
  q('Will the lighthouse open?', 'Next month, I think.'),
];

/** The numbers of a page after one of its exchanges became another. */
function numbersAfter(place: number, spoken: Spoken): string[] {
  const seen = [sighting(draft(brief), 1), sighting(draft(brief.with(place, spoken)), 2)];
  const { transcripts, held } = settle(seen, []);
  assert.deepEqual(held, []);
  return numbers(transcripts[0]);
}

test('a few words, half of them replaced in their places, keep their number', () => {
  const reworded = q('But, Captain, today — what of those crews?', 'All are well, yes.');
  assert.deepEqual(numbersAfter(1, reworded), ['1', '2', '3', '4']);
});

test('the same question with another answer keeps its number', () => {
  const answered = q(
    'Will the lighthouse open?',
    'We have nothing on that today, and shall not for a while: ask the council.',
  );
  assert.deepEqual(numbersAfter(3, answered), ['1', '2', '3', '4']);
});

test('other words in the same place are another exchange, whatever formula they share', () => {
  const other = q('Has the council met on the orchard fees, or the mill?', 'They are safe, yes.');
  assert.deepEqual(numbersAfter(1, other), ['1', '1a', '3', '4']);
});
