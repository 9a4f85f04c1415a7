import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Glimpse, groundsOf } from '../../src/ledger/grounds.ts';
import { settle } from '../../src/ledger/settle.ts';
import { draft, fiveSpoken, sighting } from './drafts.ts';

const id = 'caldmere-zh/2031-05-06';
const first = sighting(draft(fiveSpoken));
const { events } = settle([first], []);
const { capture, recorded, draft: words } = first;
const glimpse: Glimpse = { capture, recorded, digest: 'a', date: words.date, kind: words.kind };
const digest = groundsOf([glimpse], events, []).get(id)?.digest;
const at = (url: string): Glimpse => ({ ...glimpse, capture: { ...capture, url } });

test('a transcript rests on its ledger lines, its captures and the absences of its address', () => {
  assert.notEqual(digest, undefined);
  const absence = { url: capture.url, status: 404, recorded: '2031-07-01T00:00:00Z' };
  const others = [
    groundsOf([glimpse], events.slice(0, -1), []),
    groundsOf([{ ...glimpse, digest: 'b' }], events, []),
    groundsOf([glimpse, { ...glimpse, recorded: absence.recorded }], events, []),
    groundsOf([glimpse], events, [absence]),
  ].map((it) => it.get(id)?.digest);
  assert.equal(new Set([digest, ...others]).size, 5);
  const elsewhere = groundsOf([glimpse], events, [{ ...absence, url: 'https://other.example/' }]);
  assert.equal(elsewhere.get(id)?.digest, digest);
});

test('an unknown page of its day, or of its address by the other scheme, leaves a transcript in doubt', () => {
  const doubtful = [
    at('https://press.example/new.html'),
    { ...at(capture.url.replace('https', 'http')), date: '2031-05-09' },
  ];
  for (const unknown of doubtful)
    assert.deepEqual([...groundsOf([glimpse, unknown], events, [])], []);
  const far: Glimpse = { ...at('https://press.example/new.html'), date: '2031-05-09' };
  assert.equal(groundsOf([glimpse, far], events, []).get(id)?.digest, digest);
});
