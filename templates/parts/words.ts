import type {
  Exchange,
  InlineSpan,
  Paragraph,
  Transcript,
  Turn,
} from '../../src/model/transcript.ts';
import { outside } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import {
  markShowing,
  type PartMark,
  type Piece,
  partMarks,
  type Run,
  runsOf,
} from '../../src/site/runs.ts';
import { each } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

type Note = Extract<Turn['children'][number], { type: 'note' }>;

/** Where the words of an exchange stand: its ids begin with `prefix`, `''` on its own page. */
interface Setting {
  language: string;
  prefix: string;
  marks: PartMark[];
  /** Which ids have been given: the first words of a part carry its letter. */
  given: Set<string>;
}

/** Turns and notes of an exchange in reading order, the first asker's label left to the caller. */
export function exchangeWords(exchange: Exchange, transcript: Transcript, prefix: string): Html {
  const setting: Setting = {
    language: transcript.language,
    prefix,
    marks: partMarks(exchange),
    given: new Set(),
  };
  let turns = 0;
  let printed: string | null = null;
  return html`${exchange.children.map((child) => {
    if (child.type === 'note') return note(child, transcript.language);
    const label = turns === 0 && child.kind === 'question' ? null : child.label;
    const words = turnWords(child, label === printed ? null : label, turns, setting);
    printed = child.label;
    turns += 1;
    return words;
  })}`;
}

/** A turn outside every exchange: an opening statement. */
export function statementWords(turn: Turn, { language }: Transcript): Html {
  return turnWords(turn, turn.label, 0, { language, prefix: '', marks: [], given: new Set() });
}

/** Words that nobody said. */
export function note({ value, language }: Note, otherwise: string): Html {
  return html`<p class="note" lang="${language ?? otherwise}">${value}</p>\n`;
}

function turnWords(turn: Turn, label: string | null, index: number, setting: Setting): Html {
  const kind = turn.kind === 'question' ? 'question' : 'answer';
  return html`<div class="turn ${kind} rec" lang="${setting.language}">${label && html`<div class="label who">${label}</div>`}${blocks(turn, index, setting)}</div>\n`;
}

/** A paragraph or note and the part that all of it belongs to. */
interface Block {
  part: string | null;
  node: Turn['children'][number];
  runs: Run[];
}

function blocks(turn: Turn, index: number, setting: Setting): Child {
  return adjacent(blocksOf(turn, index, setting.marks)).map(({ part, blocks }) => {
    const inside = blocks.map(({ node, runs }) =>
      node.type === 'note'
        ? note(node, setting.language)
        : paragraph(node, runs, part ? null : turn.kind, setting),
    );
    return part ? partBlock(part, inside, turn.kind, setting) : inside;
  });
}

function blocksOf(turn: Turn, index: number, marks: PartMark[]): Block[] {
  let paragraphs = 0;
  let part: string | null = null;
  return turn.children.map((node) => {
    if (node.type === 'note') return { part, node, runs: [] };
    const here = marks.filter((mark) => mark.turn === index && mark.paragraph === paragraphs);
    paragraphs += 1;
    const runs = runsOf(node.value, here, node.spans);
    // In a question parts stand beside each other in one paragraph, so each is marked in the text.
    part = turn.kind === 'question' ? null : wholePart(runs);
    return { part, node, runs };
  });
}

function adjacent(blocks: Block[]): { part: string | null; blocks: Block[] }[] {
  const groups: { part: string | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.part === block.part) last.blocks.push(block);
    else groups.push({ part: block.part, blocks: [block] });
  }
  return groups;
}

/** The part that a whole paragraph belongs to. */
const wholePart = (runs: Run[]): string | null =>
  runs.length === 1 ? (runs[0]?.mark?.part ?? null) : null;

function partBlock(part: string, inside: Html[], kind: Turn['kind'], setting: Setting): Html {
  const { attributes, pin } = letter(part, kind, setting);
  return html`<div class="part${pin.lone && ' lone'}"${attributes}>${pin.link}${inside}</div>`;
}

/** `kind` is null inside a part's block, which carries the letter itself. */
function paragraph(
  node: Paragraph,
  runs: Run[],
  kind: Turn['kind'] | null,
  setting: Setting,
): Html {
  return html`<p${own(node)}>${runs.map(({ mark, pieces }) => {
    if (!mark || !kind) return pieces.map(piece);
    const { attributes, pin } = letter(mark.part, kind, setting);
    return html`<span class="part${pin.lone && ' lone'}"${attributes}>${pin.link}${pieces.map(piece)}</span>`;
  })}</p>\n`;
}

const own = ({ language }: Paragraph): Child => language && html` lang="${language}"`;

function piece({ text, span }: Piece): Child {
  if (!span) return text;
  return spanMarkup[span.kind](text, span);
}

const spanMarkup: Record<InlineSpan['kind'], (text: string, span: InlineSpan) => Child> = {
  emphasis: (text) => html`<em>${text}</em>`,
  direction: (text) => html`<span class="direction">${text}</span>`,
  link: (text, { url }) => {
    const href = outside(url ?? '');
    return href === null ? text : html`<a href="${href}">${text}</a>`;
  },
};

/** Id and letter of a part where it is first met; the letter leads to the other side. */
function letter(part: string, kind: Turn['kind'], { prefix, marks, given }: Setting) {
  const side = kind === 'question' ? 'question' : 'answer';
  const idOf = (mark: { part: string; side: PartMark['side'] }) => {
    const isSecond = mark.side === 'answer' && markShowing(marks, mark.part, 'question');
    return prefix + mark.part + (isSecond ? '-answer' : '');
  };
  const id = idOf({ part, side });
  if (given.has(id)) return { attributes: null, pin: { lone: false, link: null } };
  given.add(id);
  const other = markShowing(marks, part, side === 'question' ? 'answer' : 'question');
  const said = !other
    ? strings.partAlone(part)
    : side === 'question'
      ? strings.partToAnswer(part)
      : strings.partToQuestion(part);
  const inside = html`<span aria-hidden="true">${part}</span><span class="vh">${each((language) => said[language])}</span>`;
  const link = other
    ? html`<a class="pin" href="#${idOf(other)}">${inside}</a>`
    : html`<span class="pin">${inside}</span>`;
  return { attributes: html` id="${id}"`, pin: { lone: !other, link } };
}
