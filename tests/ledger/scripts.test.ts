import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { settle } from '../../src/ledger/settle.ts';
import { ledgerEvent } from '../../src/model/ledger.ts';
import { draft, numbers, type Spoken, sighting } from './drafts.ts';
import { simplifiedSpoken, traditionalSpoken } from './scripts.ts';

const seen = (wordings: Spoken[][]) => wordings.map((it, at) => sighting(draft(it), at + 1));

/** The numbers of the last of several wordings, none of which is held back. */
function numbersAfter(...wordings: Spoken[][]): string[] {
  const { transcripts, held } = settle(seen(wordings), []);
  assert.deepEqual(held, []);
  return numbers(transcripts[0]);
}

test('a page that comes back in the other Chinese script keeps its numbers', () => {
  const all = ['1', '2', '3', '4', '5'];
  assert.deepEqual(numbersAfter(simplifiedSpoken, traditionalSpoken), all);
  assert.deepEqual(numbersAfter(traditionalSpoken, simplifiedSpoken), all);
});

test('in the other script an exchange may move, and another may come or go', () => {
  const [first, second, third, fourth, fifth] = traditionalSpoken;
  assert.ok(first && second && third && fourth && fifth);
  const moved = [fourth, first, second, third, fifth];
  assert.deepEqual(numbersAfter(simplifiedSpoken, moved), ['4', '1', '2', '3', '5']);
  const gone = [first, third, fourth, fifth];
  assert.deepEqual(numbersAfter(simplifiedSpoken, gone), ['1', '3', '4', '5']);
  const fresh = { asker: null, question: '燈塔幾點開門？', answer: ['八點。'] };
  const more = [first, fresh, second, third, fourth, fifth];
  assert.deepEqual(numbersAfter(simplifiedSpoken, more), ['1', '1a', '2', '3', '4', '5']);
});

/** What the program wrote of four exchanges when it took the two scripts for different words. */
const before = readFileSync(path.join(import.meta.dirname, 'before-folding.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => ledgerEvent.parse(JSON.parse(line)));

const four = [simplifiedSpoken.slice(0, 4), traditionalSpoken.slice(0, 4)];

test('a ledger of the time before keeps its numbers and gets no line', () => {
  const { transcripts, events, held } = settle(seen(four), before);
  assert.deepEqual(held, []);
  assert.deepEqual(events, []);
  assert.deepEqual(numbers(transcripts[0]), ['0a', '0b', '0c', '0d']);
});

test('where it numbered an exchange once in each script, the number shown last goes on', () => {
  const edited = four[1]?.map((it, at) => (at === 1 ? { ...it, answer: ['館長會後再談。'] } : it));
  assert.ok(edited);
  const { transcripts, held } = settle(seen([...four, edited]), before);
  assert.deepEqual(held, []);
  assert.deepEqual(numbers(transcripts[0]), ['0a', '0b', '0c', '0d']);
});
