import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Citer } from '../../src/export/citations/citer.ts';
import type { CslItem } from '../../src/export/citations/csl-item.ts';
import { processor } from '../../src/export/citations/processor.ts';
import { styleFiles } from '../../src/site/citing.ts';
import { needFile } from '../debian.ts';
import { items } from '../export/citations/items.ts';

const folder = '/usr/share/citation-style-language/styles';

/** How a citation of ours is made equal to the reference's, where we differ on purpose. */
interface Difference {
  why: string;
  ours?: (cited: string) => string;
  theirs?: (cited: string) => string;
}

const capitals: Difference = {
  why: 'Titles keep the capitals of the page; theirs are set in headline capitals',
  ours: (cited) => cited.toLowerCase(),
  theirs: (cited) => cited.toLowerCase(),
};

/** The reference of each style, whether it prints the version, and every way in which ours differs. */
const references: Record<string, { file: string; version: boolean; differences: Difference[] }> = {
  apa: {
    file: 'apa.csl',
    version: false,
    differences: [
      {
        why: 'Theirs has no Chinese date and sets the parts of one in the English order',
        theirs: (cited) => cited.replace(/\((\d{4}), (\d+)月 (\d+)\)/, '($1年$2月$3日)'),
      },
    ],
  },
  chicago: {
    file: 'chicago-note-bibliography.csl',
    version: false,
    differences: [capitals],
  },
  mla: { file: 'modern-language-association.csl', version: true, differences: [capitals] },
  'gb-t-7714': {
    file: 'china-national-standard-gb-t-7714-2015-numeric.csl',
    version: false,
    differences: [
      {
        why: 'Names keep their capitals; theirs are set in capitals',
        ours: (cited) => cited.toLowerCase(),
        theirs: (cited) => cited.toLowerCase(),
      },
      {
        why: 'A citation stands alone; theirs is numbered in a list',
        theirs: (cited) => cited.replace(/^\[1\]/, ''),
      },
      {
        why: 'The day stands after the year, as the standard has it for what is online; theirs has the year alone',
        ours: (cited) => cited.replace(/(\d{4})\(\1-\d\d-\d\d\)/, '$1'),
      },
    ],
  },
};

const { styles, locales } = await styleFiles();
const made = fc.sample(items, { seed: 11, numRuns: 150 });

test('each of our styles has its reference', () => {
  assert.deepEqual(styles.map(({ id }) => id).sort(), Object.keys(references).sort());
});

for (const [id, { file, version, differences }] of Object.entries(references)) {
  test(`${id} sets what the reference style sets, but for ${differences.length} differences and the version`, () => {
    needFile(`${folder}/${file}`, 'citation-style-language-styles');
    const reference = readFileSync(`${folder}/${file}`, 'utf8');
    const own = styles.find((style) => style.id === id)?.csl ?? '';
    const seen = new Set<string>();
    for (const locale of Object.values(locales)) {
      const [ours, theirs] = [processor(own, locale), processor(reference, locale)];
      for (const item of made) {
        assert.ok(ours(item).includes(item.version), 'a citation without its version');
        // Who asks stands in our titles. Where the reference has no place for a version, ours is looked at without one.
        const { interviewer: _, ...named } = item;
        const bare: CslItem = version ? named : { ...named, version: '' };
        let [one, other] = [ours(bare), theirs(bare)];
        for (const { why, ours: mine = same, theirs: its = same } of differences) {
          if (mine(one) !== one || its(other) !== other) seen.add(why);
          [one, other] = [mine(one), its(other)];
        }
        assert.equal(one, other, item.id);
      }
    }
    assert.deepEqual(
      [...seen],
      differences.map(({ why }) => why),
      'a difference that is none',
    );
  });
}

test('a style that somebody else wrote is set as citeproc sets it, whatever it does to titles and names', () => {
  for (const file of ['ieee', 'nature', 'chinese-gb7714-2005-numeric', 'apa', 'din-1505-2']) {
    needFile(`${folder}/${file}.csl`, 'citation-style-language-styles');
    const csl = readFileSync(`${folder}/${file}.csl`, 'utf8');
    for (const locale of Object.values(locales)) {
      const [citer, citeproc] = [new Citer(csl, locale), processor(csl, locale)];
      for (const item of made.slice(0, 30)) assert.equal(citer.cite(item), citeproc(item), file);
    }
  }
});

const same = (cited: string): string => cited;
