import type { CslDate, CslItem } from './csl-item.ts';

/**
 * Items as RIS, each from its type to its end; lines end as the format wants.
 *
 * A comma in a name would part family and given names and cannot be escaped, so a full-width one stands for it.
 */
export const ris = (items: CslItem[]): string =>
  items
    .map((item) =>
      lines(item)
        .map(([tag, value]) => `${tag}  - ${value}\r\n`)
        .join(''),
    )
    .join('\r\n');

function lines(item: CslItem): [tag: string, value: string][] {
  const [year = 0] = item.issued['date-parts'][0];
  return [
    ['TY', 'ELEC'],
    ['ID', item.id],
    ...item.author.map(({ literal }): [string, string] => ['AU', literal.replace(/, ?/g, '，')]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['PY', String(year)],
    ['DA', date(item.issued)],
    ...(item.accessed ? [['Y2', date(item.accessed)] satisfies [string, string]] : []),
    ['M3', item.genre],
    ['ET', item.version],
    ['LA', item.language],
    ...(item.URL === undefined ? [] : [['UR', item.URL] satisfies [string, string]]),
    ['N1', item.note],
    ['ER', ''],
  ];
}

/** `2021/01/28`. */
const date = (it: CslDate): string =>
  it['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('/');
