import type { CheerioAPI } from 'cheerio';
import type { ProfileInput } from '../../model/profile.ts';

type DateRule = NonNullable<ProfileInput['dates']>[number];

const iso = String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`;
const stamps = [
  String.raw`(?<year>20\d{2})(?<month>[01]\d)(?<day>[0-3]\d)`,
  String.raw`(?<year>20\d{2})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})`,
];

/** 5 March 2031, 5 de marzo de 2031, March 5, 2031. */
const spelled = [
  String.raw`(?<day>\d{1,2})\.?\s(?:de\s)?(?<month>\p{L}{3,10})\.?,?\s(?:de\s)?(?<year>\d{4})`,
  String.raw`(?<month>\p{L}{3,10})\.?\s(?<day>\d{1,2}),?\s(?<year>\d{4})`,
];

/** Where a page without a date in title or opening gives one: each rule that finds one, the surest first. */
export function proposeDates($: CheerioAPI, url: string): DateRule[] {
  const selectors = [...metaSelectors($), ...timeSelectors($)];
  return [
    ...(['title', 'body'] as const).flatMap((from) =>
      spelled.map((pattern): DateRule => ({ from, pattern })),
    ),
    ...selectors.map((selector): DateRule => ({ from: 'meta', selector, pattern: iso })),
    ...stamps
      .filter((pattern) => new RegExp(pattern, 'u').test(new URL(url).pathname))
      .map((pattern): DateRule => ({ from: 'url', pattern })),
  ];
}

const holdsDate = (text: string | undefined): boolean => new RegExp(iso, 'u').test(text ?? '');

const metaSelectors = ($: CheerioAPI): string[] =>
  $('meta[content]')
    .toArray()
    .filter(({ attribs }) => holdsDate(attribs.content))
    .flatMap(({ attribs: { name, property } }) => {
      if (/modif|updat/i.test(name ?? property ?? '')) return [];
      if (name !== undefined) return `meta[name="${name}"]`;
      return property === undefined ? [] : `meta[property="${property}"]`;
    })
    .filter((selector) => !/["\\].*["\\].*["\\]/.test(selector));

function timeSelectors($: CheerioAPI): string[] {
  const marked = ['time[datetime]', '.date', '.time'];
  return marked.filter((selector) => {
    const first = $(selector).first();
    return holdsDate(first.attr('datetime') ?? first.text());
  });
}
