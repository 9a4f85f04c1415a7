import type { CslItem } from './csl-item.ts';

/** What BibTeX reads as its own, and how it is written as a character. */
const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Items as BibTeX in UTF-8, one block each under its key.
 *
 * Titles stand in braces of their own, so that no style changes their capitals, and names so that none splits them.
 */
export const bibtex = (items: CslItem[]): string => `${items.map(block).join('\n\n')}\n`;

/** The key of an item: its id, with the slashes that some programs do not take as hyphens. */
export const bibtexKey = ({ id }: Pick<CslItem, 'id'>): string => id.replaceAll('/', '-');

function block(item: CslItem): string {
  const [year = 0, month = 0, day = 0] = item.issued['date-parts'][0];
  const fields: [string, string | undefined][] = [
    ['author', item.author.map(({ literal }) => whole(literal)).join(' and ')],
    ['title', whole(item.title)],
    ['howpublished', text(item['container-title'])],
    // A ministry of this and that is one: programs part organizations at `and`, too.
    ['organization', whole(item.publisher)],
    ['year', String(year)],
    ['month', String(month)],
    ['day', String(day)],
    ['type', text(item.genre)],
    ['edition', text(item.version)],
    ['language', item.language],
    // Percent signs and underscores of an address are printed by \url as they are.
    ['url', item.URL],
    [
      'urldate',
      item.accessed?.['date-parts'][0].map((it) => String(it).padStart(2, '0')).join('-'),
    ],
    ['note', text(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}}`],
  );
  return `@misc{${bibtexKey(item)},\n${lines.join(',\n')}\n}`;
}

/** Marks that TeX makes one of when they meet: an empty group keeps them apart. */
const ligatures = /-(?=-)|`(?=`)|'(?=')|[?!](?=`)|,(?=,)/g;

/** A text that no program takes apart or sets in other capitals. */
const whole = (value: string): string => `{${text(value)}}`;

const text = (value: string): string =>
  value
    .replace(/[\\{}$&#_%~^]/g, (character) => escapes[character] ?? character)
    .replace(ligatures, '$&{}');
