import { pack } from '../../src/export/pack.ts';
import { written } from '../../src/export/writer.ts';
import type { Portion } from '../../src/model/archive.ts';
import { archiveOf, exchangeOf, transcriptOf } from '../caldmere.ts';
import { namesOf } from './gathered.ts';

/**
 * Packs as many made-up transcripts as the argument says, keeps nothing, and prints the most memory that the
 * process held, in KB. Run by tests/full/exports-memory.test.ts in a process of its own.
 */
const count = Number(process.argv[2]);
const words = 'The harbour opens at noon for all ships, and the bridge tomorrow. '.repeat(8);

function* portions(): Generator<Portion> {
  for (let at = 0; at < count; at += 1) {
    const date = new Date(Date.UTC(2001, 0, 1 + at)).toISOString().slice(0, 10);
    const exchanges = Array.from({ length: 8 }, (_, n) =>
      exchangeOf(`caldmere/${date}/${n + 1}`, `${words}${at}?`, [words, words]),
    );
    yield { transcripts: [transcriptOf(date, ...exchanges)], placements: new Map() };
  }
}

async function* none() {}
let bytes = 0;
for await (const piece of written(pack(namesOf(archiveOf([])), none), portions()))
  bytes += piece.bytes.length;
console.log(JSON.stringify({ bytes, peak: process.resourceUsage().maxRSS }));
