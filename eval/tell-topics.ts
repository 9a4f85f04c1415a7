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

/** The readings by file: what each is called in the figures, and what it was used for. */
const readings = [
  { file: 'topics.jsonl', name: 'topics, readings that the rules were mended for' },
  { file: 'topics-later.jsonl', name: 'topics, later readings, mended for too' },
  {
    file: 'topics-blind.jsonl',
    name: 'topics, readings that no rule was mended for: what to expect on other pages',
  },
];

/** The topics' part of `npm run eval`: figures, then where rules and reader differ on the first readings; the errors of the blind ones stay unread. */
export function tellTopics(archive: Archive): void {
  const errors = readings
    .map(({ file, name }) => ({
      file,
      score: tellScore(archive, name, adjudicated(file, reading)),
    }))
    .flatMap(({ file, score }) => (file === 'topics.jsonl' ? score.errors : []));
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
