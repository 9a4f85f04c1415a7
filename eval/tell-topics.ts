import type { Archive } from '../src/model/archive.ts';
import { adjudicated } from './corpus.ts';
import { placedShare, placingTime, reading, scoreTopics } from './topics.ts';

/** The topics' part of `npm run eval`: figures, then every difference between rules and reader. */
export function tellTopics(archive: Archive): void {
  const score = scoreTopics(archive, adjudicated('topics.jsonl', reading));
  const { exchanges, precision, recall, f1, errors, stale } = score;
  console.log(`topics, ${exchanges} exchanges read, ${stale.length} not found any more`);
  console.log(
    `  precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, micro F1 ${f1.toFixed(4)}`,
  );
  for (const source of ['mfa-zh', 'whitehouse', 'scio-mfa']) {
    const { exchanges, placed } = placedShare(archive, source);
    console.log(
      `  ${source}: placed ${placed} of ${exchanges}, ${(placed / exchanges).toFixed(4)}`,
    );
  }
  const mfa = archive.transcripts.filter(({ source }) => source === 'mfa-zh');
  const seconds = placingTime({ ...archive, transcripts: mfa });
  console.log(`  placing and listing mfa-zh: ${seconds.toFixed(1)} CPU s`);
  for (const { exchange, only, topic, words } of errors)
    console.log(`  only the ${only}: ${exchange} ${topic} ${words.join('; ')}`);
}
