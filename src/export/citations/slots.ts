import type { CslDate, CslItem, CslName } from './csl-item.ts';

/**
 * A specimen: an item whose texts and dates are stand-ins, and what belongs in their places.
 *
 * Items that differ only in what stands in the slots have the same specimen.
 */
export interface Specimen {
  item: CslItem;
  /** By slot, the text that the item at hand has there. */
  texts: string[];
  /** Year, month and day of `issued` and of `accessed`. */
  dates: Record<DateField, number[]>;
}

/** One of the dates of an item. */
export type DateField = (typeof dateFields)[number];
/** The dates of an item. */
export const dateFields = ['issued', 'accessed'] as const;

/** Stand-ins for dates: no two parts alike, and none with a digit that a style might print of its own. */
export const dateMarks: Record<DateField, [year: number, month: number, day: number]> = {
  issued: [4444, 3, 7],
  accessed: [5555, 6, 8],
};

/** The first of the private characters that stand for texts, one for each slot. */
const firstMark = 0xe100;
/** Finds the slots of a text; the private character is the slot's number. */
export const textMark = /[a文]([\ue100-\ue1ff])a?[a文]/;

/** The number of a slot by its private character. */
export const slotOf = (mark: string): number => mark.charCodeAt(0) - firstMark;

/** Letters that processors take for Roman: beside them they put spaces, and only texts that hold one (or a digit) get italics. */
const roman = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u;
const letter = String.raw`[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\d]`;
/** Texts that no citation processor changes, in which it moves nothing, and that end in no mark that could meet the style's own. */
const plain = new RegExp(
  `^${letter}(?:${letter}|[（）《》〈〉、，：；·—–’'/%\u2060]|[.,:] ?(?=${letter})| (?=${letter}|[(–—])|\\((?=${letter})|-(?=${letter}|\u2060)|(?<=${letter})\\)(?=[ ,:]))*(?<=${letter}|[）》〉])$`,
  'u',
);
/** What goes for one word in addresses. */
const plainUrl = /^https?:\/\/[\w.~/%:-]+\/$/;
const straight = /(?<=[\p{L}\p{N}])'(?=\p{L})/gu;

/** Fields that few styles print. A note is long and another for each transcript, so a specimen has it only where it is printed. */
const rare = ['note', 'interviewer'] as const;
/** One of the fields that few styles print. */
export type Rare = (typeof rare)[number];

/** Which of them a style may print. */
export const rareIn = (csl: string): Rare[] =>
  rare.filter((field) => new RegExp(`variable="[^"]*\\b${field}\\b`).test(csl));

/**
 * The specimen of an item: every text that is plain gets a slot, and so does what stands between curly
 * quotation marks, which are the processor's to set. A text that a processor might change otherwise
 * (straight or doubled marks) stays in the specimen as it is. Of the rare fields it has those that are `printed`.
 */
export function specimenOf(item: CslItem, printed: Rare[]): Specimen {
  const texts: string[] = [];
  const slot = (text: string, printed: string): string => {
    texts.push(printed);
    return markOf(text, firstMark + texts.length - 1);
  };
  const mark = (text: string): string => {
    if (plainUrl.test(text)) return slot(text, text);
    const pieces = text.split(/( ?[“”] ?)/);
    if (!pieces.every((piece, index) => index % 2 === 1 || piece === '' || plain.test(piece)))
      return text;
    // Processors print an apostrophe between letters as a curly one.
    return pieces
      .map((piece) => (plain.test(piece) ? slot(piece, piece.replace(straight, '’')) : piece))
      .join('');
  };
  const marks = (names: CslName[]) => names.map(({ literal }) => ({ literal: mark(literal) }));
  const named = marks(item.author);
  const { URL: address, accessed, interviewer, ...rest } = item;
  const marked: CslItem = {
    ...rest,
    id: 'specimen',
    language: item.language,
    author: named,
    title: mark(item.title),
    genre: mark(item.genre),
    'container-title': mark(item['container-title']),
    publisher: mark(item.publisher),
    version: mark(item.version),
    note: printed.includes('note') ? mark(item.note) : '',
    ...(interviewer && printed.includes('interviewer') && { interviewer: marks(interviewer) }),
    issued: dateMark('issued'),
    ...(accessed && { accessed: dateMark('accessed') }),
    ...(address !== undefined && { URL: mark(address) }),
  };
  const dates = { issued: partsOf(item.issued), accessed: accessed ? partsOf(accessed) : [] };
  return { item: marked, texts, dates };
}

const dateMark = (field: DateField): CslDate => ({ 'date-parts': [[...dateMarks[field]]] });
const partsOf = (date: CslDate): number[] => date['date-parts'][0];

/** A stand-in that begins and ends in letters of the same kind as the text. */
function markOf(text: string, code: number): string {
  const kind = (character: string | undefined): string =>
    roman.test(character ?? '') ? 'a' : '文';
  const [head, tail] = [kind(text[0]), kind(text.at(-1))];
  const inside =
    head === '文' && tail === '文' && /[-\d]/.test(text.replace(roman, '0')) ? 'a' : '';
  return head + String.fromCharCode(code) + inside + tail;
}
