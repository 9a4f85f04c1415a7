import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  versionsWithoutWithheld,
  withheldIn,
  withoutWithheld,
} from '../../src/archive/withheld.ts';
import { settle } from '../../src/ledger/settle.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import type { Turn } from '../../src/model/transcript.ts';
import { goneSheets } from '../../src/site/gone.ts';
import { draft, fiveSpoken, sighting } from '../ledger/drafts.ts';

const id = 'caldmere-zh/2031-05-06';
const [first, second, ...rest] = fiveSpoken;
assert.ok(first && second);
const withhold = (n?: string): LedgerEvent => ({
  event: 'withheld',
  id: n === undefined ? id : `${id}/${n}`,
  date: '2031-07-01',
  ground: 'Court order 7',
});

/** The second exchange became a statement before the first. */
const statement: Turn = {
  type: 'turn',
  kind: 'statement',
  label: '发言人',
  speaker: null,
  outlet: null,
  children: [{ type: 'paragraph', value: `${second.question}${second.answer.join('')}` }],
};
const later = draft([first, ...rest]);
const seen = [
  sighting(draft(fiveSpoken), 1),
  sighting({ ...later, children: [statement, ...later.children] }, 2),
];
const settled = settle(seen, []);
const texts = new Map(settled.versions.map((it) => [it.id, it]));
const words = second.question.slice(0, 12);

test('neither a statement nor an earlier version shows words of a withheld exchange', () => {
  assert.ok(JSON.stringify(settled.transcripts).includes(words));
  const withheld = withheldIn([...settled.events, withhold('2')]);
  const transcripts = withoutWithheld(settled.transcripts, withheld, texts);
  assert.ok(!JSON.stringify(transcripts).includes(words));
  assert.equal(transcripts[0]?.children.length, 4);
  const versions = versionsWithoutWithheld(texts, withheld);
  assert.ok(!JSON.stringify([...versions]).includes(words));
  assert.deepEqual(
    versions.get(id)?.versions.map(({ children }) => children.length),
    [4, 4],
  );
});

test('a withheld transcript has neither words nor versions', () => {
  const withheld = withheldIn([withhold()]);
  assert.deepEqual(withoutWithheld(settled.transcripts, withheld, texts), []);
  assert.deepEqual([...versionsWithoutWithheld(texts, withheld)], []);
});

test('an earlier exchange that had the words is in no version, and stays today without them', () => {
  const merged = { ...first, answer: [...first.answer, second.question, ...second.answer] };
  const split = settle([sighting(draft([merged, ...rest]), 1), sighting(draft(fiveSpoken), 2)], []);
  const n = split.events.find(({ event }) => event === 'split')?.id.split('/')[2];
  const withheld = withheldIn([...split.events, withhold(n)]);
  const versions = versionsWithoutWithheld(
    new Map(split.versions.map((it) => [it.id, it])),
    withheld,
  );
  assert.ok(!JSON.stringify([...versions]).includes(words));
  const [today] = withoutWithheld(split.transcripts, withheld, new Map());
  assert.deepEqual(
    today?.children.map((it) => 'n' in it && it.n),
    ['1', '2', '3', '4'],
  );
});

test('what is removed after it was withheld still says so, and nothing else', () => {
  const { events } = settle(seen.slice(0, 1), []);
  const ledger = [...events, withhold('2')];
  const whole = [...ledger, ...settle(seen, ledger).events];
  assert.ok(whole.some(({ event }) => event === 'removed'));
  const archive = { transcripts: [], ledger: whole } as never;
  const sheet = goneSheets(archive).find((it) => it.id === `${id}/2`);
  assert.equal(sheet?.event.event, 'withheld');
});
