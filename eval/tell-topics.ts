import type { Archive } from '../src/model/archive.ts';
import { adjudicated } from './corpus.ts';
import {
  placedShare,
  placingTime,
  type Reading,
  reading,
  scoreTopics,
  type TopicScore,
} from './topics.ts';

/** How many of the later readings were looked at to mend the rules; the others never were. */
export const mendedLater = 100;

/** The topics' part of `npm run eval`: figures, then every difference between rules and reader. */
export function tellTopics(archive: Archive): void {
  const later = adjudicated('topics-later.jsonl', reading);
  const { errors } = tellScore(archive, 'topics', adjudicated('topics.jsonl', reading));
  tellScore(archive, 'topics, read later and mended since', later.slice(0, mendedLater));
  tellScore(archive, 'topics, read later and never mended for', later.slice(mendedLater));
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

function tellScore(archive: Archive, name: string, readings: Reading[]): TopicScore {
  const score = scoreTopics(archive, readings);
  const { exchanges, precision, recall, f1, stale } = score;
  console.log(`${name}: ${exchanges} exchanges read, ${stale.length} not found any more`);
  console.log(
    `  precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, micro F1 ${f1.toFixed(4)}`,
  );
  return score;
}
