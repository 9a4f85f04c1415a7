import type { LedgerEvent, LedgerLine } from '../model/ledger.ts';
import type { Life } from './book.ts';
import type { Memory } from './known.ts';
import type { Numbered } from './number-wording.ts';
import { withheldWords } from './withheld-words.ts';

/**
 * Record that an exchange is withheld because it has words of one that is: they were merged into it,
 * split off into it, or stand in it today or stood in it last. What inherits passes nothing on but those
 * words.
 */
export function recordInheritance(
  life: Life,
  today: Numbered,
  { numbered, memory }: { numbered: Numbered[]; memory: Memory },
  record: (event: LedgerEvent) => void,
): void {
  const shown = new Map(today.seats.map(({ n, exchange }) => [n, exchange]));
  for (const [of, line] of [...life.withheld]) {
    if (line.of !== undefined || of === '') continue;
    const { said, beside } = saidIn(numbered, of);
    const words = withheldWords(said, beside);
    for (const n of life.numbers) {
      const exchange = shown.get(n) ?? memory.words.get(n)?.exchange;
      if (n === of || life.withheld.has(n)) continue;
      if (isHeir(life, n, of) || (exchange && words.areIn(exchange)))
        record(heirLine(life, n, line));
    }
  }

  function heirLine({ id }: Life, n: string, line: LedgerLine<'withheld'>): LedgerEvent {
    const { date, ground } = line;
    const of = line.id.slice(id.length + 1);
    return { event: 'withheld', id: `${id}/${n}`, date, ground, of };
  }
}

/** An exchange as each wording has it, and all that stands beside it there. */
function saidIn(numbered: Numbered[], of: string) {
  const wordings = numbered.flatMap(({ seats, sightings: [{ draft }] }) => {
    const own = seats.find(({ n }) => n === of);
    return own ? [{ said: own.read, beside: draft.children.filter((it) => it !== own.read) }] : [];
  });
  return {
    said: wordings.map(({ said }) => said),
    beside: wordings.flatMap(({ beside }) => beside),
  };
}

function isHeir(life: Life, n: string, of: string): boolean {
  const gone = life.gone.get(of);
  return life.origins.get(n) === of || (gone?.event === 'merged' && gone.into === n);
}
