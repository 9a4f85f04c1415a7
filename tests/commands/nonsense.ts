import { chained, lineDigest } from '../../src/ledger/chain.ts';

const json = 'transcripts/caldmere-zh/2031/2031-03-05.json';
const book = 'ledger/caldmere-zh/2031.jsonl';
/** Edits by hand that no page explains, of the press office in changes.test.ts, and what `check` says of each. */
export const nonsense: [
  what: string,
  file: string,
  edit: (text: string) => string,
  said: RegExp,
][] = [
  [
    'two exchanges with one number',
    json,
    (text) => text.replaceAll('03-05/3"', '03-05/1"').replace('"n": "3"', '"n": "1"'),
    /2031-03-05\.json:\d+:7 Expected each exchange once, got `caldmere-zh\/2031-03-05\/1` again/,
  ],
  [
    'a number that nobody minted',
    json,
    (text) => text.replaceAll('03-05/3"', '03-05/9"').replace('"n": "3"', '"n": "9"'),
    /2031-03-05\.json:\d+:7 Expected a number that the ledger minted, got `9`/,
  ],
  [
    'words that an earlier version never had',
    'versions/caldmere-zh/2031/2031-03-05.json',
    (text) => text.replace('票价不变', '票价上调'),
    /versions\/caldmere-zh\/2031\/2031-03-05\.json:\d+:7 Expected the digest `\w{12}` of the words, got/,
  ],
  [
    'words that nobody said',
    json,
    (text) => text.replace('秋天重新开放', '冬天重新开放'),
    /2031-03-05\.json:\d+:7 Expected the words that the ledger knows number 3 by, got others/,
  ],
  [
    'a mark that nobody printed',
    json,
    (text) => text.replace('秋天重新开放。', '秋天重新开放！'),
    /2031-03-05\.json:\d+:7 Expected the digest `\w{12}` of the words, got `\w{12}`/,
  ],
  [
    'two numbers that changed places',
    json,
    (text) =>
      text
        .replace(/03-05\/(?:1|3)"/g, (it) => (it.endsWith('1"') ? '03-05/3"' : '03-05/1"'))
        .replace(/"n": "(?:1|3)"/g, (it) => (it.endsWith('1"') ? '"n": "3"' : '"n": "1"')),
    /2031-03-05\.json:\d+:7 Expected the words that the ledger knows number 3 by, got others/,
  ],
  [
    'a line of a number that no page shows',
    book,
    (text) => {
      const lines = text.trim().split('\n');
      const minted = JSON.parse(lines.find((it) => it.includes('"minted"')) ?? '');
      const id = minted.id.replace(/1$/, '9');
      return `${text}${chained({ ...minted, id }, [lineDigest(lines.at(-1) ?? '')])}\n`;
    },
    /2031\.jsonl:\d+:1 Expected a number that the transcript shows, or a line that removes it, got `9`/,
  ],
  [
    'a line that is lost',
    book,
    (text) => text.replace(/.*"minted".*\n/, ''),
    /2031\.jsonl:\d+:\d+ Expected a line `[\w-]{16}` above; a line is lost/,
  ],
  [
    'a last line that is lost',
    book,
    (text) => text.replace(/.*\n$/, ''),
    /2031\.jsonl:1:1 Expected a line with the digest `[\w-]{16}`; the end of the file is lost/,
  ],
  [
    'a version that no capture shows',
    book,
    (text) => text.replace(/"capture":"\w{64}"/, `"capture":"${'0'.repeat(64)}"`),
    /2031\.jsonl:2:\d+ Expected a capture of the transcript in `capture`, got `0+/,
  ],
];
