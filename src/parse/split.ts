import type { VFile } from 'vfile';
import type { Block } from '../model/document.ts';
import type { LabelShape } from '../model/profile.ts';
import { labelsAt } from './label.ts';
import { cut, type Line, lineOf } from './line.ts';
import type { Role } from './role.ts';
import type { Rules } from './rules.ts';

/** Room for a label and what makes it one: no more of a sentence is looked at. */
const window = 80;
const abbreviation =
  /(?:^|[^\p{L}])(?:\p{Lu}|\p{Lu}{2,3}|[MD]r|M[rs]s?|St|Gen|Adm|Lt|Col|Sen|Rep|Gov|No)\.\s*$/u;
/**
 * Most places where a turn may begin: blocks, and strings shaped as a label inside them. The longest page
 * of the corpus has 764 blocks; this many take less than a second (2026-11).
 */
export const placesMost = 10_000;
const sentenceEnd = /[。？！?!.…）)\]”"][\s\u00a0\u3000]*(?=[^\s。？！?!.…）)\]”"])/gu;

/** A line and the role that its label has by itself. */
export interface Told {
  line: Line;
  role: Role | null;
}

/**
 * The lines of a page, each cut where another speaker's label stands inside it (sina 2003, gov.cn
 * 2014): after the end of a sentence, outside quotation marks, and only a label that also begins a
 * line of the page or follows one that does. 答： behind 有记者问： in the same sentence is quoted speech.
 * Fails on a page of more places where a turn may begin than any conference has.
 */
export function splitTurns(
  blocks: Block[],
  rules: Rules,
  roleOf: (line: Line) => Role | null,
  file: VFile,
): Told[] {
  let places = blocks.length;
  if (places > placesMost) failTooLong(blocks[placesMost]?.place, file);
  const told = (block: Block): Told => {
    const line = lineOf(block, rules);
    return { line, role: roleOf(line) };
  };
  const uncut = blocks.map(told);
  const known = new Set(uncut.flatMap(({ role }) => (role ? [role.label] : [])));
  return uncut.flatMap((one) => {
    const { text, place } = one.line;
    const from = one.role?.end ?? 0;
    if (text.length < 12 || !mayHoldLabel(text.slice(Math.max(1, from)), rules)) return [one];
    const offsets: number[] = [];
    const quotes = new Quotes(text);
    for (const found of text.matchAll(sentenceEnd)) {
      const at = found.index + found[0].length;
      if (at <= from || abbreviation.test(text.slice(Math.max(0, at - 12), at))) continue;
      const rest = text.slice(at, at + window);
      if (labelsAt(rest, rules).length === 0) continue;
      places += 1;
      if (places > placesMost) failTooLong(place, file);
      const { role } = told({ text: rest, place, inlines: [], kind: 'paragraph' });
      if (!role || quotes.openAt(at) || reportsAQuestion(text, offsets.at(-1) ?? 0, at)) continue;
      const follows = one.role !== null && role.by !== 'speaker' && role.by !== 'outlet';
      if (known.has(role.label) || follows) offsets.push(at);
    }
    return offsets.length === 0 ? [one] : cut(one.line, offsets).map(told);
  });
}

function failTooLong(place: Block['place'] | undefined, file: VFile): never {
  file.fail(
    `Expected at most ${placesMost} places where a turn may begin, got one more; capture the page in parts`,
    { ruleId: 'too-long', source: 'attribute', ...(place ? { place } : {}) },
  );
}

/** What ends a label of each shape; a shape that has no sign of its own may end anywhere. */
const ends: Record<LabelShape, RegExp | null> = {
  colon: /[：:]/,
  lenticular: /】/,
  bracket: /[\]］]/,
  round: /[）)]/,
  angle: /[>＞〉]/,
  spaces: null,
  'dot-dash': /\.\s?[-–—]/,
  dash: /\s[-–—]\s/,
  'caps-dot': /\p{Lu}\./u,
  timestamp: /:/,
  bold: /$^/,
};

/** A cheap look before the dear one: nine lines in ten hold nothing behind their label that ends another. */
const mayHoldLabel = (text: string, { profile, labels }: Rules): boolean =>
  labels.length > 0 || profile.shapes.some((shape) => ends[shape]?.test(text) ?? true);

/** Whether a reporter's question is told in the words before an offset: 有记者问：…？答：… */
const reportsAQuestion = (text: string, from: number, at: number): boolean =>
  /.(?:记者|記者)提?[问問][：:]/u.test(text.slice(Math.max(from, at - longestQuestion), at));

/** No question of the corpus has more characters (longest: 412). */
const longestQuestion = 500;

/** Counts “ and ” once from the start of a text; asked for offsets in ascending order. */
class Quotes {
  readonly #text: string;
  #at = 0;
  #open = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a quotation is open at an offset. */
  openAt(offset: number): boolean {
    for (; this.#at < offset; this.#at++) {
      const character = this.#text[this.#at];
      if (character === '“') this.#open += 1;
      else if (character === '”') this.#open = Math.max(0, this.#open - 1);
    }
    return this.#open > 0;
  }
}
