import type { EditionRow } from '../../src/model/edition.ts';
import { type Passage, passagesOf } from '../../src/model/passages.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import type { Slot } from '../../src/site/editions.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** Two editions, with the names that the page calls them by. */
export interface Beside {
  catalogue: Catalogue;
  a: Transcript;
  b: Transcript;
}

type Side = 'a' | 'b';
const sides: Side[] = ['a', 'b'];

/** An exchange that both editions have, row by row; those that a row says nothing of stand as they are. */
export function pairedRows(beside: Beside, { a, b, pair }: Slot): Child {
  if (!a || !b || !pair) return null;
  const passages = { a: passagesOf(a.children), b: passagesOf(b.children) };
  const rows = pair.rows ?? passages.a.map((_, at) => ({ a: [at], b: [at], score: 1 }));
  return rows.map((row) => pairedRow(beside, passages, row));
}

/** The rows in which the words differ. */
export function differingRows(beside: Beside, slot: Pick<Slot, 'a' | 'b' | 'pair'>): Child {
  const { a, b, pair } = slot;
  if (!a || !b || !pair) return null;
  const passages = { a: passagesOf(a.children), b: passagesOf(b.children) };
  const differ = (pair.rows ?? []).filter(
    (row) => row.runs || row.a.length === 0 || row.b.length === 0,
  );
  return differ.map((row) => pairedRow(beside, passages, row));
}

function pairedRow(beside: Beside, passages: Record<Side, Passage[]>, row: EditionRow): Html {
  return html`<div class="pair">${sides.map((side) => {
    const said = row[side].flatMap((at) => passages[side][at] ?? []);
    if (said.length === 0) {
      return html`<div>${tag(beside, side)}<p class="absent">${say(strings.gapHere(nameOf(beside, side)))}</p></div>\n`;
    }
    return html`<div>${tag(beside, side)}${words(said, beside[side].language, row, side)}</div>\n`;
  })}</div>
`;
}

/** An exchange, or opening statements, that one edition has: the other side says so. */
export function lonelyRow(
  beside: Beside,
  side: Side,
  children: Exclude<Transcript['children'][number], Exchange>[],
  sure: boolean,
): Html {
  const other = side === 'a' ? 'b' : 'a';
  const said = passagesOf(children);
  const absence = (sure ? strings.absentHere : strings.unalignedHere)(nameOf(beside, other));
  const cells: Record<Side, Html> = {
    a: html``,
    b: html``,
    [side]: html`<div>${tag(beside, side)}${words(said, beside[side].language)}</div>\n`,
    [other]: html`<div>${tag(beside, other)}<p class="absent">${say(absence)}</p></div>\n`,
  };
  return html`<div class="pair">${cells.a}${cells.b}</div>\n`;
}

/** Opening statements of both, each as a whole. */
export function statementsRow(beside: Beside): Child {
  const said = (side: Side) => passagesOf(statementsOf(beside[side]));
  const [a, b] = [said('a'), said('b')];
  if (a.length + b.length === 0) return null;
  return pairedRow(beside, { a, b }, { a: [...a.keys()], b: [...b.keys()], score: 0 });
}

const statementsOf = ({ children }: Transcript) =>
  children.filter((child) => child.type === 'turn');

/** Which edition a cell is of: where cells stand below each other nothing else says it. */
const tag = (beside: Beside, side: Side): Html =>
  html`<b class="v badge">${say(nameOf(beside, side))}</b>`;

const nameOf = ({ catalogue, ...editions }: Beside, side: Side) =>
  catalogue.editionNames(editions[side]);

/** Words of a side; where both are of one language, what only this side has is marked. */
function words(said: Passage[], language: string, row?: EditionRow, side: Side = 'a'): Child {
  const runs = row?.runs;
  const own = side === 'a' ? 'before' : 'after';
  return said.map(({ kind, label, value }, at) => {
    const turn = kind === 'note' ? 'note' : kind === 'question' ? 'question' : 'answer';
    const inside =
      runs && at === 0
        ? runs.map(({ in: where, text }) =>
            where === 'both'
              ? text
              : where === own && html`<span class="${side === 'a' ? 'one' : 'two'}">${text}</span>`,
          )
        : value;
    // Passages that are cut otherwise on the other side are shown as one text.
    if (runs && at > 0) return null;
    return html`<div class="turn ${turn} rec" lang="${language}">${label && html`<div class="label">${label}</div>`}<p>${inside}</p></div>`;
  });
}
