import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusArchive } from './archive.ts';
import { blindPairs, openPairs } from './blind.ts';
import { markdownOf, pagesOf, parseAll, root } from './corpus.ts';
import { type MfaScore, scoreMfa } from './mfa.ts';
import { type SampleScore, scoreParts, scoreTurns } from './samples.ts';
import { tellTopics } from './tell-topics.ts';
import { scoreWhiteHouse } from './whitehouse.ts';

/**
 * `npm run eval`: how right the parser and the topics are on the real pages of ../shared/corpus.
 *
 * Prints the figures and writes every disagreement with the reference to eval/out/disagreements.txt.
 * `--blind DIR` writes those that nobody has judged yet for a blind reader, and the key beside them.
 */
const { values } = parseArgs({ options: { blind: { type: 'string' } } });

const pages = await pagesOf('mfa-zh.warc.gz');
const parsed = parseAll(pages, 'mfa-zh');
const whiteHouse = parseAll(await pagesOf('whitehouse.warc.gz'), 'whitehouse');
const markdown = parseAll(markdownOf('whitehouse-md.tar.gz'), 'whitehouse');
const all = new Map([...parsed, ...whiteHouse, ...markdown]);

const mfa = scoreMfa(parsed);
tellMfa(mfa);
write(path.join(root, 'eval/out'), 'disagreements.txt', openPairs(mfa.disagreements));
console.log('White House, exchanges and questions by hand and by the parser');
for (const { url, byHand, parsed } of scoreWhiteHouse(whiteHouse))
  console.log(
    `  ${byHand.exchanges}/${byHand.questions} ${parsed.exchanges}/${parsed.questions} ${url.slice(-40)}`,
  );
tellSample('outlets and speakers', scoreTurns(all));
tellSample('parts', scoreParts(all));
tellTopics(await corpusArchive());
if (values.blind !== undefined) {
  const { text, key } = blindPairs(mfa.open, new Map(pages.map((page) => [page.url, page])));
  write(values.blind, 'pairs.txt', text);
  write(values.blind, 'key.json', `${JSON.stringify(key, null, 2)}\n`);
}

function tellMfa({ kinds, conferences, wholly, pairs, open, right, wrong, best }: MfaScore): void {
  const { ours, theirs, equal } = pairs;
  console.log(`mfa-zh, ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  console.log(`  pairs ${ours}, of the reference ${theirs}, equal ${equal}`);
  console.log(
    `  precision ${share(equal, ours)}, recall ${share(equal, theirs)}, F1 ${share(2 * equal, ours + theirs)}`,
  );
  console.log(
    `  at most, as read: precision ${share(best.equal, best.pairs)}, recall ${share(best.equal, theirs)}, F1 ${share(2 * best.equal, best.pairs + theirs)}`,
  );
  console.log(`  conferences with everything equal ${wholly} of ${conferences}`);
  console.log(`  right once read: ${share(right, right + wrong)}, wrong or not read yet ${wrong}`);
  console.log(`  disagreements that nobody has read yet: ${open.length}`);
  for (const { url, place, digest } of open) console.log(`    ${url} row ${place} (${digest})`);
}

function tellSample(name: string, { read, right, faults }: SampleScore): void {
  console.log(`${name}: ${right} of ${read} as read`);
  for (const fault of faults) console.log(`  ${fault}`);
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function share(some: number, all: number): string {
  return (some / all).toFixed(4);
}
