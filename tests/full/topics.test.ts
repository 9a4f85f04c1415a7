import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusArchive } from '../../eval/archive.ts';
import { adjudicated } from '../../eval/corpus.ts';
import { placedShare, placingTime, reading, scoreTopics } from '../../eval/topics.ts';
import { pace } from '../pace.ts';

test('Topics agree with 300 readings, miss few exchanges and take little time', async (context) => {
  const archive = await corpusArchive();
  const { f1, precision, recall, stale } = scoreTopics(
    archive,
    adjudicated('topics.jsonl', reading),
  );
  const blind = scoreTopics(archive, adjudicated('topics-blind.jsonl', reading));
  const { exchanges, placed } = placedShare(archive, 'mfa-zh');
  const mfa = archive.transcripts.filter(({ source }) => source === 'mfa-zh');
  const seconds = placingTime({ ...archive, transcripts: mfa });
  context.diagnostic(`F1 ${f1}, precision ${precision}, recall ${recall}, ${seconds} CPU s`);
  context.diagnostic(`never mended for: F1 ${blind.f1}, ${blind.exchanges} exchanges`);
  assert.deepEqual(archive.problems, []);
  assert.ok(
    stale.length <= 6,
    `Expected ids that still mean what was read, got ${stale.join(' ')}`,
  );
  assert.ok(f1 >= 0.9, `F1 ${f1}`);
  assert.equal(blind.exchanges, 120);
  assert.ok(blind.f1 >= 0.78, `F1 ${blind.f1} on what no rule was mended for`);
  assert.ok(exchanges > 7300 && placed / exchanges >= 0.95, `${placed} of ${exchanges}`);
  assert.ok(seconds <= 5 * pace(), `${seconds} CPU s`);
});
