import { type DateField, dateFields, dateMarks, type Specimen, slotOf, textMark } from './slots.ts';

/** A citation with slots: texts as printed, and what fills the gaps between them. */
export type Pattern = (string | Slot)[];

interface DateSlot {
  field: DateField;
  part: 0 | 1 | 2;
  form: 'numeric' | 'padded' | 'long' | 'short';
}

type Slot = { text: number } | DateSlot;

/** Names of the months as a style prints them. */
export type Months = Record<'long' | 'short', string[]>;

/** Stand-ins for the names of the months that dates of specimens have. */
const monthMarks: Record<string, Slot> = Object.fromEntries(
  dateFields.flatMap((field, index) =>
    (['long', 'short'] as const).map((form, offset) => [
      String.fromCharCode(0xe200 + 2 * index + offset),
      { field, part: 1, form },
    ]),
  ),
);

const monthMark = (field: DateField, form: 'long' | 'short'): string =>
  Object.entries(monthMarks).find(
    ([, slot]) => 'field' in slot && slot.field === field && slot.form === form,
  )?.[0] ?? '';

const termOf = (month: number, form: 'long' | 'short'): RegExp =>
  new RegExp(
    `(<term name="month-${String(month).padStart(2, '0')}"${form === 'short' ? ' form="short"' : ''}>)([^<]*)`,
  );

/** A locale whose months are stand-ins for those that the dates of specimens have. */
export function markedLocale(locale: string): string {
  let marked = locale;
  for (const field of dateFields) {
    for (const form of ['long', 'short'] as const) {
      marked = marked.replace(termOf(dateMarks[field][1], form), `$1${monthMark(field, form)}`);
    }
  }
  return marked;
}

/** The names of the months in a locale. */
export function monthsOf(locale: string): Months {
  const all = (form: 'long' | 'short') =>
    Array.from({ length: 12 }, (_, index) => termOf(index + 1, form).exec(locale)?.[2] ?? '');
  return { long: all('long'), short: all('short') };
}

/** Finds every slot of a citation of a specimen; the digits of `&#38;` are none. */
const slots = /[a文][\ue100-\ue1ff]a?[a文]|[\ue200-\ue203]|(?<!&#\d*)(?:4444|5555|0?[3678])/g;

/** The pattern that a citation of a specimen shows. */
export function patternOf(cited: string): Pattern {
  const pattern: Pattern = [];
  let at = 0;
  for (const { 0: found, index } of cited.matchAll(slots)) {
    pattern.push(cited.slice(at, index), slotFor(found));
    at = index + found.length;
  }
  return [...pattern, cited.slice(at)];
}

function slotFor(found: string): Slot {
  const [, text] = textMark.exec(found) ?? [];
  if (text !== undefined) return { text: slotOf(text) };
  const month = monthMarks[found];
  if (month) return month;
  const number = Number(found);
  const field = dateMarks.issued.includes(number) ? 'issued' : 'accessed';
  const place = dateMarks[field].indexOf(number);
  const form = found.startsWith('0') ? 'padded' : 'numeric';
  return { field, part: place === 0 ? 0 : place === 1 ? 1 : 2, form };
}

/** The citation of the item that a specimen was made from. */
export function fill(pattern: Pattern, { texts, dates }: Specimen, months: Months): string {
  let cited = '';
  for (const piece of pattern) {
    if (typeof piece === 'string') cited += piece;
    else if ('text' in piece) cited += texts[piece.text] ?? '';
    else cited += printed(piece, dates[piece.field][piece.part] ?? 0, months);
  }
  return cited;
}

function printed({ form }: DateSlot, value: number, months: Months): string {
  if (form === 'numeric') return String(value);
  if (form === 'padded') return String(value).padStart(2, '0');
  return months[form][value - 1] ?? '';
}
