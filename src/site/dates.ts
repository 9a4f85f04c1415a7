import { englishMonths } from '../model/months.ts';
import type { Names } from '../model/names.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekdaysZh = '日一二三四五六';

/** The parts of a civil day, YYYY-MM-DD; month from 1, weekday from 0 for Sunday. */
export function civilDay(day: string): {
  year: number;
  month: number;
  date: number;
  weekday: number;
} {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() };
}

/** Twenty years have 7,300 days, and a day stands on hundreds of pages. */
const knownDays = new Map<string, Names>();

/** `2021年1月28日`, `28 January 2021`. */
export function dayNames(day: string): Names {
  const known = knownDays.get(day);
  if (known) return known;
  const { year, month, date } = civilDay(day);
  const names = {
    'zh-Hans': `${year}年${month}月${date}日`,
    en: `${date} ${englishMonths[month - 1]} ${year}`,
  };
  knownDays.set(day, names);
  return names;
}

/** `2021年`, `2021`. */
export const yearNames = (year: string): Names => ({ 'zh-Hans': `${year}年`, en: year });

/** `2021年1月`, `January 2021`, from YYYY-MM or a day in it. */
export function monthNames(day: string): Names {
  const { year, month } = civilDay(day);
  return { 'zh-Hans': `${year}年${month}月`, en: `${englishMonths[month - 1]} ${year}` };
}

/** `1月`, `January`; month from 1. */
export const monthOnly = (month: number): Names => ({
  'zh-Hans': `${month}月`,
  en: englishMonths[month - 1] ?? '',
});

/** `星期四`, `Thursday`. */
export const weekdayNames = (day: string): Names => weekdayOnly(civilDay(day).weekday);

/** `星期四`, `Thursday`; weekday from 0 for Sunday. */
export const weekdayOnly = (weekday: number): Names => ({
  'zh-Hans': `星期${weekdaysZh[weekday]}`,
  en: weekdays[weekday] ?? '',
});

/** Column heads of a calendar that begins on Monday: `一`, `Mo`. */
export const weekdayHeads: Names[] = [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({
  'zh-Hans': weekdaysZh[weekday] ?? '',
  en: (weekdays[weekday] ?? '').slice(0, 2),
}));

/** Two instants by their days, or by their times where the day is the same. */
export function instantsApart(one: string, other: string): [Names, Names] {
  const name = one.slice(0, 10) === other.slice(0, 10) ? instantNames : dayOf;
  return [name(one), name(other)];
}

const dayOf = (instant: string): Names => dayNames(instant.slice(0, 10));

/** `2021年1月28日 09:30 UTC`, `28 January 2021, 09:30 UTC`: an instant as the archive noted it. */
export function instantNames(instant: string): Names {
  const day = dayNames(instant.slice(0, 10));
  const time = `${instant.slice(11, 16)} UTC`;
  return { 'zh-Hans': `${day['zh-Hans']} ${time}`, en: `${day.en}, ${time}` };
}
