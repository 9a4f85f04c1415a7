import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionsOf } from '../../src/archive/corrections.ts';
import { gather } from '../../src/archive/gather.ts';
import { appendLedger } from '../../src/archive/ledger.ts';
import { writeTranscripts } from '../../src/archive/transcripts.ts';
import type { Correction } from '../../src/model/correction.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { twoDays } from '../caldmere.ts';
import { contentFolder, good } from './content.ts';

/** The two days, the first read by a correction of its only capture. */
function mended(): { transcripts: Transcript[]; correction: Correction } {
  const [first, second] = twoDays();
  assert.ok(first && second, 'Expected two days');
  const [capture] = first.captures;
  assert.ok(capture, 'Expected a capture');
  return {
    transcripts: [{ ...first, flags: ['corrected-by-hand'] }, second],
    correction: {
      url: capture.url,
      captures: [capture.sha256],
      reason: 'A label was lost.',
      blocks: [{ starts: 'And the quay', as: 'question' }],
    },
  };
}

test('a corrected transcript has its correction; one that no hand corrected, or of another capture, has none', () => {
  const { transcripts, correction } = mended();
  const [first] = transcripts;
  const found = correctionsOf(transcripts, [correction], new Set());
  assert.deepEqual([...found], [[first?.id, correction]]);
  const elsewhere = { ...correction, captures: ['f'.repeat(64)] };
  assert.equal(correctionsOf(transcripts, [elsewhere], new Set()).size, 0);
  assert.equal(correctionsOf(twoDays(), [correction], new Set()).size, 0);
});

test('words of a page of which something is withheld are not told again by its correction', async () => {
  const { transcripts, correction } = mended();
  const content = await contentFolder({
    ...good,
    'corrections/caldmere/2031-05-06.yaml': JSON.stringify(correction),
  });
  await writeTranscripts(content, transcripts);
  const id = transcripts[0]?.id ?? '';
  assert.deepEqual((await gather(content)).corrections.get(id), correction);
  await appendLedger(content, [
    { event: 'withheld', id: `${id}/1`, date: '2031-06-01', ground: 'An order of a court.' },
  ]);
  assert.deepEqual((await gather(content)).corrections.get(id), { ...correction, blocks: [] });
});
