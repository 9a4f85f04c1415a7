import type { VFile } from 'vfile';
import type { Document } from '../model/document.ts';
import type { Transcript, TranscriptFlag } from '../model/transcript.ts';
import type { DatePattern } from './rules.ts';

type DateFrom = Transcript['dateFrom'];

interface Find {
  /** Where the page gives the day. */
  place: Document['titleAt'];
  from: DateFrom;
  year: number | null;
  month: number;
  /** Null where a rule without the group `day` gives the year and month of a day named elsewhere. */
  day: number | null;
  /** Whether it may be the day on which the page went up, not that of the conference. */
  published: boolean;
}

type DayFind = Find & { day: number };

/** The order in which a find with a year wins: what is nearest to the words of the record comes first. */
const froms: DateFrom[] = ['title', 'body', 'meta', 'url'];

/** Blocks in which a date in the body is the day of the conference: heading lines and opening. */
const openingBlocks = 8;

/** Years that an era's first year is counted from, minus one. */
const eras: Record<string, number> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民国: 1911,
  民國: 1911,
};

const monthNames = [
  'january enero janvier januar gennaio janeiro января',
  'february febrero février februar febbraio fevereiro февраля',
  'march marzo mars märz março марта',
  'april abril avril aprile апреля',
  'may mayo mai maggio maio мая',
  'june junio juin juni giugno junho июня',
  'july julio juillet juli luglio julho июля',
  'august agosto août августа',
  'september septiembre septembre settembre setembro сентября',
  'october octubre octobre oktober ottobre outubro октября',
  'november noviembre novembre novembro ноября',
  'december diciembre décembre dezember dicembre dezembro декабря',
].map((names) => names.split(' '));

/** The civil day at the place of the conference, where it was read, and whether the page agrees with itself. */
export function dateOf(
  document: Document,
  rules: DatePattern[],
  file: VFile,
): { date: string; dateFrom: DateFrom; flags: TranscriptFlag[] } | null {
  const all = findsBy(document, rules);
  const finds = all.filter(hasDay);
  const dated = all.find((find) => find.year !== null);
  const [nearest] = finds;
  if (!nearest || !dated) return null;
  // When the page went up gives no more than the year to a day that the record names itself.
  const first = hasDay(dated) && !dated.published ? dated : nearest;
  const year = first.year ?? yearBefore(first, dated);
  const date = iso({ ...first, year });
  if (!isDay(date)) return null;
  const others = new Set(finds.map((find) => iso({ ...find, year: find.year ?? year })));
  others.delete(date);
  const { place, from } = first;
  const told = (ruleId: TranscriptFlag, reason: string): TranscriptFlag => {
    file.message(reason, { ruleId, source: 'read', place });
    return ruleId;
  };
  const flags: TranscriptFlag[] = [];
  if (first.year === null)
    flags.push(told('year-inferred', `Expected a year, got none; \`${year}\` from ${dated.from}`));
  if (others.size > 0) {
    const elsewhere = [...others].join(', ');
    const reason = `Expected one day, got \`${date}\` from ${from} and \`${elsewhere}\` elsewhere`;
    flags.push(told('date-disagrees', reason));
  }
  return { date, dateFrom: from, flags };
}

/**
 * What the rules find, one for each place. Where that gives no day and year, those that are `otherwise`
 * are asked too, and where these do not either, what holds for the body is looked for before it.
 */
function findsBy(page: Document, rules: DatePattern[]): Find[] {
  const document = { ...page, blocks: page.blocks.slice(0, openingBlocks) };
  const among = (asked: DatePattern[]) =>
    froms.flatMap((from) =>
      firstOf(
        document,
        asked.filter((rule) => rule.from === from),
      ),
    );
  const finds = among(rules.filter(({ otherwise }) => !otherwise));
  if (isEnough(finds)) return finds;
  const more = among(rules);
  if (isEnough(more) || !page.lead) return more;
  const before = { ...page, blocks: page.lead() };
  const inBody = rules.filter(({ from }) => from === 'body');
  return [...more, ...firstOf(before, inBody).map((find) => ({ ...find, published: true }))];
}

const firstOf = (document: Document, rules: DatePattern[]): Find[] =>
  rules.flatMap((rule) => findsOf(document, rule)).slice(0, 1);

const isEnough = (finds: Find[]): boolean =>
  finds.some(({ year }) => year !== null) && finds.some(hasDay);

const hasDay = (find: Find): find is DayFind => find.day !== null;

/** The year of a day without one: that of its month, or one in which it is not after the day on which the page went up. */
function yearBefore({ month, day }: DayFind, dated: Find): number {
  const year = dated.year ?? 0;
  if (!hasDay(dated)) return year;
  const later = month > dated.month || (month === dated.month && day > dated.day);
  return later ? year - 1 : year;
}

/** The time that a page gives for itself, or null: orders the pages of a day. */
export function pageTimeOf(document: Document): string | null {
  for (const value of Object.values(document.meta)) {
    const found = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?/.exec(value);
    if (found) return found[0].replace('T', ' ');
  }
  return null;
}

/** A no-break or wide space between day and year is a space to a rule. */
const anySpace = /[\u00a0\u2000-\u200a\u202f\u3000]/g;

function findsOf(document: Document, rule: DatePattern): Find[] {
  for (const { text, place } of textsOf(document, rule)) {
    const groups = rule.pattern.exec(text.replace(anySpace, ' '))?.groups;
    if (!groups) continue;
    const month = monthOf(groups.month ?? '');
    const day = numberOf(groups.day ?? '');
    if (month === null || (day === null && groups.day !== undefined)) continue;
    const published = rule.from === 'meta' || rule.from === 'url';
    const year = yearOf(groups.year, groups.era);
    return [{ from: rule.from, place, year, month, day, published }];
  }
  return [];
}

/** What a rule looks at; address and named values go by the place of the title. */
function textsOf(document: Document, rule: DatePattern): { text: string; place: Find['place'] }[] {
  if (rule.from === 'body') return document.blocks;
  const place = document.titleAt;
  if (rule.from === 'title') return [{ text: document.title, place }];
  if (rule.from === 'url') return [{ text: document.url, place }];
  const values =
    rule.selector === undefined
      ? Object.values(document.meta)
      : [document.meta[rule.selector] ?? ''];
  return values.map((text) => ({ text, place }));
}

function monthOf(printed: string): number | null {
  const index = monthNames.findIndex((names) =>
    names.some(
      (name) => printed.length >= 3 && name.startsWith(printed.toLowerCase().replace('.', '')),
    ),
  );
  return index === -1 ? numberOf(printed) : index + 1;
}

function yearOf(printed: string | undefined, era: string | undefined): number | null {
  if (printed === undefined) return null;
  const year = printed === '元' ? 1 : numberOf(printed);
  if (year === null) return null;
  if (era !== undefined) return (eras[era] ?? 0) + year;
  return year < 100 ? 2000 + year : year;
}

/** Digits of any width (１２) as a number. */
function numberOf(printed: string): number | null {
  const digits = printed.normalize('NFKC');
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

const iso = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const isDay = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
};
