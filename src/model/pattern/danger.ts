import { type Automaton, automataOf } from './automaton.ts';
import { readPattern } from './read-pattern.ts';

const known = new Map<string, string | null>();

/**
 * Why a pattern may take longer than any text is worth, or null. A text is matched by trying one way
 * through the pattern after another: where two ways lead through a repetition for the same words there
 * are as many as rounds have halves, and where three repetitions may share out the same words, as many
 * as the cube of their length. Patterns are valid under the flag `u`.
 */
export function dangerOf(pattern: string): string | null {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const danger = lookAt(pattern);
  known.set(pattern, danger);
  return danger;
}

/** Longest pattern, in characters. */
const longest = 5000;

/** Powers of ten of the ways that repetitions may share out the same words, together: two endless ones are 8. */
const mostWays = 10.5;

function lookAt(pattern: string): string | null {
  if (pattern.length > longest) return `it has more than ${longest} characters`;
  if (!/[*+{]/.test(pattern)) return null;
  const automata = automataOf(readPattern(pattern), pattern.startsWith('^'), sampler(pattern));
  if (!automata) return 'its repetitions are too many';
  for (const automaton of automata) {
    const knots = knotsOf(automaton);
    if (knots.some((knot) => isForked(knot, automaton)))
      return 'a repetition in it can be gone through in two ways for the same words';
    if (waysOf(knots, automaton) > mostWays)
      return 'too many repetitions in it may hold the same words; bound them, as in `[^。]{0,9}`';
  }
  return null;
}

const common =
  ' \t\n\r\u00a0\u3000éÄßñ中国年月日问答繁體あア한국аЯαΩ：，。（）“”「」—–‘’…①１Ａ々़😀';

/** Which of some characters, all that the pattern writes among them, a set takes; a bit for each. */
function sampler(pattern: string): (set: string) => bigint {
  const ascii = Array.from({ length: 0x7f }, (_, code) => String.fromCharCode(code));
  const samples = [...new Set([...ascii, ...common, ...pattern])];
  const sets = new Map<string, bigint>();
  return (set) => {
    const before = sets.get(set);
    if (before !== undefined) return before;
    const expression = new RegExp(`^${set}$`, 'iu');
    const bits = samples.map((one) => (expression.test(one) ? '1' : '0')).join('');
    const taken = BigInt(`0b${bits}`);
    sets.set(set, taken);
    return taken;
  };
}

/** Sets of places from each of which a match may come back to itself through all others. */
function knotsOf({ next }: Automaton): Set<number>[] {
  const reached = next.map((_, from) => reach([from], (at) => [...(next[at]?.keys() ?? [])]));
  const seen = new Set<number>();
  return next.flatMap((_, at) => {
    if (seen.has(at) || !reached[at]?.has(at)) return [];
    const knot = new Set([...(reached[at] ?? [])].filter((it) => reached[it]?.has(at)));
    for (const it of knot) seen.add(it);
    return [knot];
  });
}

/** All that some steps lead to; the beginnings only where they are come back to. */
function reach(from: number[], step: (at: number) => number[]): Set<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const to of step(at))
      if (!found.has(to)) {
        found.add(to);
        open.push(to);
      }
  return found;
}

/** Whether two different ways through a knot may take the same words and meet again. */
function isForked(knot: Set<number>, { next, takes }: Automaton): boolean {
  const size = takes.length;
  const onward = (at: number) => [...(next[at]?.keys() ?? [])].filter((to) => knot.has(to));
  for (const at of knot) for (const to of onward(at)) if ((next[at]?.get(to) ?? 0) > 1) return true;
  const before = new Map<number, number[]>();
  for (const at of knot)
    for (const to of onward(at)) before.set(to, [...(before.get(to) ?? []), at]);
  const share = (one: number, other: number) => ((takes[one] ?? 0n) & (takes[other] ?? 0n)) !== 0n;
  const pairs = (ones: number[], others: number[]) =>
    ones.flatMap((one) => others.filter((it) => share(one, it)).map((it) => one * size + it));
  const same = [...knot].map((at) => at * size + at);
  const ahead = reach(same, (pair) => pairs(onward(Math.floor(pair / size)), onward(pair % size)));
  const behind = reach(same, (pair) =>
    pairs(before.get(Math.floor(pair / size)) ?? [], before.get(pair % size) ?? []),
  );
  return [...ahead].some((pair) => Math.floor(pair / size) !== pair % size && behind.has(pair));
}

/** The most ways, as a power of ten, in which knots behind each other may share out the same words. */
function waysOf(knots: Set<number>[], automaton: Automaton): number {
  const { rounds } = automaton;
  const powers = knots.map((knot) => Math.max(...[...knot].map((at) => rounds[at] ?? 0)));
  const after = knots.map((knot) =>
    knots.map((other) => other !== knot && overlap(knot, other, automaton)),
  );
  const memory = new Map<number, number>();
  const waysFrom = (at: number): number => {
    const before = memory.get(at);
    if (before !== undefined) return before;
    const others = knots.map((_, to) => (after[at]?.[to] ? waysFrom(to) : 0));
    const ways = (powers[at] ?? 0) + Math.max(0, ...others);
    memory.set(at, ways);
    return ways;
  };
  return Math.max(0, ...knots.map((_, at) => waysFrom(at)));
}

/**
 * Whether the same words may go round in one knot, lead from it to another and go round there, so that
 * the border between the two may lie anywhere.
 */
function overlap(knot: Set<number>, other: Set<number>, { next, takes }: Automaton): boolean {
  const size = takes.length;
  const onward = (at: number) => [...(next[at]?.keys() ?? [])];
  const step = (state: number): number[] => {
    const [a, b, c] = [
      Math.floor(state / size / size),
      Math.floor(state / size) % size,
      state % size,
    ];
    return onward(a)
      .filter((it) => knot.has(it))
      .flatMap((x) =>
        onward(b).flatMap((y) => {
          const both = (takes[x] ?? 0n) & (takes[y] ?? 0n);
          if (both === 0n) return [];
          return onward(c)
            .filter((z) => other.has(z) && (both & (takes[z] ?? 0n)) !== 0n)
            .map((z) => (x * size + y) * size + z);
        }),
      );
  };
  for (const from of knot)
    for (const to of other)
      if (reach([(from * size + from) * size + to], step).has((from * size + to) * size + to))
        return true;
  return false;
}
