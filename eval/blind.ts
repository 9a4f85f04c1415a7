import { load } from 'cheerio';
import type { Page } from '../src/parse/page.ts';
import type { Disagreement } from './compare.ts';
import type { Pair } from './pairs.ts';
import { random } from './random.ts';

/** Which split a reader knew as X, with what a verdict must name. */
export interface BlindKey {
  number: number;
  url: string;
  place: string;
  digest: string;
  X: 'parser' | 'reference';
}

const seed = 20210128;

/**
 * The disagreements for a reader who must not know whose split is whose: the page's own paragraphs
 * around the place, then two splits X and Y in an order that a seed decides, and the key to it.
 */
export function blindPairs(
  disagreements: Disagreement[],
  pages: Map<string, Page>,
): { text: string; key: BlindKey[] } {
  const next = random(seed);
  const cases = disagreements.map((one, at) => {
    const X: BlindKey['X'] = next() < 0.5 ? 'parser' : 'reference';
    const { url, place, digest, ours, theirs } = one;
    const [x, y] = X === 'parser' ? [ours, theirs] : [theirs, ours];
    const text = [
      `===== ${at + 1} ===== ${url}`,
      '--- page ---',
      ...around(paragraphsOf(pages.get(url)?.text ?? ''), [...ours, ...theirs]),
      '--- split X ---',
      ...x.map(show),
      '--- split Y ---',
      ...y.map(show),
      '',
    ];
    return { text: text.join('\n'), key: { number: at + 1, url, place, digest, X } };
  });
  return { text: cases.map(({ text }) => text).join('\n'), key: cases.map(({ key }) => key) };
}

/** Two splits side by side, named, for whoever mends the parser. */
export function openPairs(disagreements: Disagreement[]): string {
  return disagreements
    .map(({ url, place, digest, ours, theirs }) =>
      [
        `===== ${url} row ${place} (${digest})`,
        '--- reference ---',
        ...theirs.map(show),
        '--- parser ---',
        ...ours.map(show),
        '',
      ].join('\n'),
    )
    .join('\n');
}

const show = ({ question, answer }: Pair): string => `Q: ${ends(question)}\nA: ${ends(answer)}`;

/** A long text by its two ends and its length, which is where two splits differ. */
const ends = (text: string): string =>
  text.length <= 200
    ? text
    : `${text.slice(0, 80)} … ${text.slice(-100)} (${text.length} characters)`;

/** The paragraphs of a page as a reader sees them, not as either side cut them; bold ones marked. */
function paragraphsOf(html: string): string[] {
  const $ = load(html);
  return $('#News_Body_Txt_A p, #News_Body_Txt_A div:not(:has(p, div))')
    .toArray()
    .map((element) => {
      const text = $(element).text().trim();
      const bold = $(element).find('b, strong').text().trim();
      return text !== '' && bold.length > text.length / 2 ? `[bold] ${text}` : text;
    })
    .filter((text) => text !== '');
}

/** From two paragraphs before the first that any of the pairs holds words of to two after the last. */
function around(paragraphs: string[], pairs: Pair[]): string[] {
  const said = pairs.map(({ question, answer }) => question + answer).join('\n');
  const held = paragraphs.map((text) => {
    const end = text.replace(/\s+/gu, '').slice(-12);
    return said.includes(end);
  });
  const [first, last] = [held.indexOf(true), held.lastIndexOf(true)];
  return first === -1 ? paragraphs : paragraphs.slice(Math.max(0, first - 2), last + 3);
}
