import { Converter } from 'opencc-js';
import type { DraftExchange } from '../../src/model/draft.ts';
import type { Turn } from '../../src/model/transcript.ts';
import type { Chance } from './random.ts';

/** An exchange of a changed page and the exchanges of the unchanged one that it holds words of. */
export interface Descended {
  exchange: DraftExchange;
  /** Positions in the unchanged page; none where it is new. */
  from: number[];
  /** Positions of those whose answer it has under another question: a redirect may lead to it, no number. */
  answers: number[];
  /** Whether its words were replaced by others, wholly or in part. */
  reworded: boolean;
}

/** One thing that happens to a page; `donors` are exchanges of other pages. */
export type Mutation = (page: Descended[], chance: Chance, donors: DraftExchange[]) => Descended[];

/** Every mutation of the suite, by the name that the table prints. */
export const mutations: Record<string, Mutation> = {
  insert: (page, chance, donors) =>
    page.toSpliced(chance.below(page.length + 1), 0, fresh(chance.pick(donors))),
  delete: (page, chance) => page.toSpliced(chance.below(page.length), 1),
  swap: (page, chance) => {
    const [a, b] = [chance.below(page.length), chance.below(page.length)];
    return page.map((it, at) => (at === a ? page[b] : at === b ? page[a] : it) ?? it);
  },
  split: (page, chance) => at(page, chance, halves),
  merge: (page, chance) => {
    const nth = chance.below(page.length - 1);
    const [a, b] = page.slice(nth, nth + 2);
    return a && b ? page.toSpliced(nth, 2, joined(a, b)) : page;
  },
  'reword 5 %': (page, chance, donors) =>
    at(page, chance, (it) => [reworded(it, 0.05, chance, donors)]),
  'reword 20 %': (page, chance, donors) =>
    at(page, chance, (it) => [reworded(it, 0.2, chance, donors)]),
  'reword 50 %': (page, chance, donors) =>
    at(page, chance, (it) => [reworded(it, 0.5, chance, donors)]),
  relabel: (page, chance, donors) =>
    at(page, chance, (it) => [relabelled(it, askerOf(chance.pick(donors)))]),
  'formula answer': (page, chance, donors) => {
    const model = chance.pick(page).exchange;
    const twin = answeredLike(chance.pick(donors), model);
    return page.toSpliced(
      chance.below(page.length + 1),
      0,
      reworded(fresh(twin), 0.02, chance, donors),
    );
  },
  'same answer twice': (page, chance) => {
    const model = chance.pick(page).exchange;
    return at(page, chance, (it) => [{ ...it, exchange: answeredLike(it.exchange, model) }]);
  },
  replace: (page, chance, donors) =>
    at(page, chance, ({ exchange }) => [relabelled(fresh(chance.pick(donors)), askerOf(exchange))]),
  template: (page) => page.map((it) => ({ ...it, exchange: reflowed(it.exchange) })),
  'other script': (page) => page.map(inOtherScript),
  'answers swapped': (page, chance) => {
    const nth = chance.below(page.length);
    const other = (nth + 1 + chance.below(Math.max(1, page.length - 1))) % page.length;
    const [a, b] = [page[nth], page[other]];
    if (!a || !b || a === b) return page;
    // What was merged into an answer goes with it.
    const answered = (it: Descended, by: Descended): Descended => ({
      exchange: answeredLike(it.exchange, by.exchange),
      from: [...it.from.slice(0, 1), ...by.from.slice(1)],
      answers: [...by.from.slice(0, 1), ...by.answers],
      reworded: true,
    });
    return page.with(nth, answered(a, b)).with(other, answered(b, a));
  },
};

/** An unchanged page. */
export const unchanged = (exchanges: DraftExchange[]): Descended[] =>
  exchanges.map((exchange, nth) => ({ exchange, from: [nth], answers: [], reworded: false }));

const fresh = (exchange: DraftExchange): Descended => ({
  exchange,
  from: [],
  answers: [],
  reworded: false,
});

function at(
  page: Descended[],
  chance: Chance,
  change: (it: Descended) => Descended[],
): Descended[] {
  const nth = chance.below(page.length);
  return page.flatMap((it, other) => (other === nth ? change(it) : [it]));
}

const turnsOf = ({ children }: DraftExchange): Turn[] =>
  children.filter((child) => child.type === 'turn');

const askerOf = (exchange: DraftExchange): string | null =>
  turnsOf(exchange).find(({ kind }) => kind === 'question')?.label ?? null;

function withTurns(exchange: DraftExchange, change: (turn: Turn) => Turn): DraftExchange {
  const children = exchange.children.map((child) =>
    child.type === 'turn' ? change(child) : child,
  );
  return { ...exchange, parts: [{ id: 'a', question: [], answer: [] }], children };
}

function withValues(exchange: DraftExchange, change: (value: string) => string[]): DraftExchange {
  return withTurns(exchange, (turn) => ({
    ...turn,
    children: turn.children.flatMap((child) =>
      change(child.value).map((value) => ({ type: child.type, value })),
    ),
  }));
}

function reworded(
  it: Descended,
  share: number,
  chance: Chance,
  donors: DraftExchange[],
): Descended {
  const words = turnsOf(chance.pick(donors))
    .flatMap(({ children }) => children.flatMap(({ value }) => unitsOf(value)))
    .filter(isWord);
  const change = (unit: string) =>
    isWord(unit) && words.length > 0 && chance.hits(share) ? chance.pick(words) : unit;
  const exchange = withValues(it.exchange, (value) => [unitsOf(value).map(change).join('')]);
  return { ...it, exchange, reworded: true };
}

/** Two characters of a script without spaces, a word or number elsewhere, or what stands between. */
const unitsOf = (text: string): string[] =>
  text.match(/\p{Script=Han}{1,2}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[^\p{L}\p{N}]+/gu) ?? [];

const isWord = (unit: string): boolean => /\p{Script=Han}|\p{L}{3}/u.test(unit);

const relabelled = (it: Descended, label: string | null): Descended => ({
  ...it,
  exchange: withTurns(it.exchange, (turn) =>
    turn.kind === 'question' ? { ...turn, label } : turn,
  ),
});

/** The question of one exchange with the answer of another. */
const answeredLike = (exchange: DraftExchange, model: DraftExchange): DraftExchange => ({
  ...exchange,
  parts: [{ id: 'a', question: [], answer: [] }],
  children: [
    ...turnsOf(exchange).filter(({ kind }) => kind === 'question'),
    ...turnsOf(model).filter(({ kind }) => kind !== 'question'),
  ],
});

/** Cut in two: the first halves of all turns' sentences, and the second ones under the same labels. */
function halves(it: Descended): Descended[] {
  const half = (nth: 0 | 1): Descended => ({
    ...it,
    exchange: withTurns(it.exchange, (turn) => {
      const sentences = turn.children.flatMap(
        ({ value }) => value.match(/[^。！？.!?]+[。！？.!?]*/gu) ?? [],
      );
      const middle = Math.ceil(sentences.length / 2);
      const value = (nth === 0 ? sentences.slice(0, middle) : sentences.slice(middle)).join('');
      return { ...turn, children: value === '' ? [] : [{ type: 'paragraph', value }] };
    }),
  });
  const pieces = [half(0), half(1)].filter(({ exchange }) =>
    turnsOf(exchange).some(({ children }) => children.length > 0),
  );
  return pieces.length === 2 ? pieces : [it];
}

/** The second question has lost its label: all of it reads as more of the first answer. */
const joined = (a: Descended, b: Descended): Descended => ({
  exchange: {
    ...a.exchange,
    parts: [{ id: 'a', question: [], answer: [] }],
    children: [
      ...a.exchange.children,
      ...turnsOf(b.exchange).map((turn): Turn => ({ ...turn, kind: 'answer', label: null })),
    ],
  },
  from: [...a.from, ...b.from],
  answers: [...a.answers, ...b.answers],
  reworded: a.reworded || b.reworded,
});

/** Another template: sentences on lines of their own, spaces of other widths. */
const reflowed = (exchange: DraftExchange): DraftExchange =>
  withValues(
    exchange,
    (value) => value.match(/[^。]+。?/gu)?.map((line) => `\u3000${line} `) ?? [value],
  );

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** In the other Chinese script, labels and notes as well: from the one that most of its characters have. */
export function inOtherScript(it: Descended): Descended {
  const words = JSON.stringify(it.exchange.children);
  const [others, same] = [toTraditional, toSimplified].map((convert) => changed(words, convert));
  if (others === 0 && same === 0) return it;
  const convert = (others ?? 0) > (same ?? 0) ? toTraditional : toSimplified;
  const valued = <T extends { value: string }>(child: T): T => ({
    ...child,
    value: convert(child.value),
  });
  const children = it.exchange.children.map((child) => {
    if (child.type === 'note') return valued(child);
    const label = child.label === null ? null : convert(child.label);
    return { ...child, label, children: child.children.map(valued) };
  });
  const parts = [{ id: 'a', question: [], answer: [] }];
  return { ...it, exchange: { ...it.exchange, parts, children }, reworded: true };
}

/** How many characters a conversion changes, or more where it puts longer words. */
function changed(text: string, convert: (text: string) => string): number {
  const after = [...convert(text)];
  return [...text].filter((character, at) => character !== after[at]).length;
}
