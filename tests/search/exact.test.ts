import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Fold } from '../../src/search/fold.ts';
import { wholeFold } from '../../src/search/fold-table.ts';
import { unitSides, wordsOfSide } from '../../src/search/unit.ts';
import { unitsOf } from '../../src/search/units.ts';
import { builtFiles, openFiles } from './in-memory.ts';
import { madeUpArchive, type Said } from './made-up.ts';

/** A small alphabet, so that pieces meet often: Han of both scripts, Latin, digits, symbols, spaces. */
const pieces = [...'潮汐闸務务，“’%-. \n𠮷的', '5G', 'f', '35', 'Har', 'ﬁ', '　', 'Ｂ', ' ', '-'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((list) => list.join(''));
const day = fc.constantFrom('2019-12-31', '2020-01-01', '2020-01-02', '2021-03-04');
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    date: day,
    question: text,
    answer: text,
    outlet: fc.constantFrom('tidewire', 'harbour-gazette'),
  }),
  fc.record({ date: day, statement: text }),
);

const fold = wholeFold();

/** A query as a reader types it and, said independently, whether a text on a side answers it. */
interface Asked {
  typed: string;
  test(sides: string[]): boolean;
}

const word = String.raw`[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]]`;

/** A folded phrase stands in a folded text, letter by letter, and cuts no word. */
function stands(folded: string, text: string): boolean {
  const literal = folded.replace(
    /[\\^$.*+?()[\]{}|/\-&!#%,:;<=>@`~'"]/g,
    (one) => `\\u{${one.charCodeAt(0).toString(16)}}`,
  );
  const front = new RegExp(`^${word}`, 'v').test(folded) ? `(?<!${word})` : '';
  const back = new RegExp(`${word}$`, 'v').test(folded) ? `(?!${word})` : '';
  return new RegExp(front + literal + back, 'v').test(text);
}

const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function quoted(fold: Fold, phrase: string): Asked {
  const folded = fold
    .text(phrase.replaceAll('"', ' ').replaceAll('“', ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return { typed: `"${folded}"`, test: (sides) => sides.some((side) => stands(folded, side)) };
}

const ways = {
  phrase: (one: Asked) => one,
  question: (one: Asked): Asked => ({ typed: `q:${one.typed}`, test: ([q = '']) => one.test([q]) }),
  answer: (one: Asked): Asked => ({ typed: `a:${one.typed}`, test: ([, a = '']) => one.test([a]) }),
  both: (one: Asked, two: Asked): Asked => ({
    typed: `${one.typed} ${two.typed}`,
    test: (sides) => one.test(sides) && two.test(sides),
  }),
  either: (one: Asked, two: Asked): Asked => ({
    typed: `${one.typed} OR ${two.typed}`,
    test: (sides) => one.test(sides) || two.test(sides),
  }),
  without: (one: Asked, two: Asked): Asked => ({
    typed: `${one.typed} -${two.typed}`,
    test: (sides) => one.test(sides) && !two.test(sides),
  }),
};

/** The same words with another sign between them, which must make all the difference. */
const almost = (phrase: string): string =>
  phrase.replace(/[ \-.%,]/, (sign) => (sign === ' ' ? '-' : ' '));

describe('search against a full scan', () => {
  it('finds exactly the units that hold the words, whatever they are', async () => {
    const case_ = fc.record({
      all: fc.array(said, { minLength: 1, maxLength: 8 }),
      cuts: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 })), {
        minLength: 16,
        maxLength: 16,
      }),
      free: text,
      way: fc.constantFrom(...Object.values(ways)),
    });
    await fc.assert(
      fc.asyncProperty(case_, async ({ all, cuts, free, way }) => {
        const archive = madeUpArchive(all);
        const index = await openFiles(builtFiles(archive));
        const units = [...unitsOf(archive)].map((unit) => ({
          id: unit.id,
          sides: unitSides.map((side) => fold.text(wordsOfSide(unit, side))),
        }));
        const cut = cuts.map(([unit, start, length]) => {
          const sides = units[unit % units.length]?.sides ?? [];
          const whole = [...(sides[start % 2] ?? '')];
          const piece = whole
            .slice(start % (whole.length || 1))
            .slice(0, length)
            .join('');
          return start % 3 === 0 ? almost(piece) : piece;
        });
        const phrases = [...cut, free]
          .map((phrase) => quoted(fold, phrase))
          .filter(({ typed }) => hasLetter(typed));
        for (const [i, phrase] of phrases.entries()) {
          const asked = way(phrase, phrases[i + 1] ?? phrase);
          const { hits, total } = await index.search(asked.typed, { limit: 100 });
          const expected = units
            .filter(({ sides }) => asked.test(sides))
            .map(({ id }) => id)
            .sort();
          assert.deepEqual(hits.map(({ id }) => id).sort(), expected, asked.typed);
          assert.equal(total, expected.length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
