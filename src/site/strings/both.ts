import type { Names } from '../../model/names.ts';

/** A phrase in every language of the interface. */
export const both = (zh: string, en: string): Names => ({ 'zh-Hans': zh, en });

/** A phrase with a number, for which English chooses between two forms. */
export const counted =
  (zh: string, one: string, many: string) =>
  (count: number): Names =>
    both(
      `${count.toLocaleString('en')}${zh}`,
      `${count.toLocaleString('en')} ${count === 1 ? one : many}`,
    );
