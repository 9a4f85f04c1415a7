import { type Passage, passages } from '../../../src/search/passages.ts';
import type { Unit } from '../../../src/search/unit.ts';
import { h } from './dom.ts';
import { addressOf, type Shown } from './results.ts';
import { count, say } from './say.ts';
import type { State } from './state.ts';

interface Line extends Passage {
  unit: Unit;
}

/** Every hit in a line of its own with its neighbours left and right: a keyword-in-context view. */
export function linesTable(units: Unit[], shown: Shown, view: State['view']): HTMLElement {
  const lines = units.flatMap((unit) =>
    passages(unit, shown.phrases, shown.fold).map((passage): Line => ({ ...passage, unit })),
  );
  if (view === 'left')
    lines.sort((a, b) => byWords(wordsOf(a.before).reverse(), wordsOf(b.before).reverse()));
  if (view === 'right') lines.sort((a, b) => byWords(wordsOf(a.after), wordsOf(b.after)));
  return h(
    'table',
    { class: 'lines' },
    h('caption', {}, say('firstLines', count(lines.length), count(units.length))),
    h(
      'tbody',
      {},
      ...lines.map(({ before, hit, after, unit }) =>
        h(
          'tr',
          { lang: unit.language },
          h('td', {}, before),
          h('td', {}, h('mark', {}, hit)),
          h('td', {}, after),
          h(
            'td',
            {},
            h('a', { href: addressOf(unit, shown.root, [hit]) }, unit.date, ' §', unit.n),
          ),
        ),
      ),
    ),
  );
}

/** A Han character, or a word. */
const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];

function byWords(a: string[], b: string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = (a[i] ?? '').localeCompare(b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
