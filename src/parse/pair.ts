import type { DraftExchange } from '../model/draft.ts';
import type { ExchangeFlag, Note, Transcript, Turn } from '../model/transcript.ts';
import { isDamaged } from './damage.ts';
import { partsOf } from './parts.ts';
import type { Rules } from './rules.ts';
import type { Said, SaidTurn } from './said.ts';
import { countLetters } from './walk.ts';

type Child = Turn | Note;
type DraftChild = Exclude<Transcript['children'][number], { type: 'exchange' }> | DraftExchange;

/**
 * Group turns into exchanges, in reading order.
 *
 * A question opens one unless it carries a follow-up marker or stands directly behind another question;
 * a bare 记者： on a page that names its askers is dialogue in the exchange at hand. What is said before
 * the first question, after a closing line, and by a host between exchanges is a statement.
 */
export function pair(said: Said[], rules: Rules): DraftChild[] {
  const namesAskers = said.some((one) => one.type === 'turn' && isNamedAsker(one));
  const hosts = hostsAmong(said);
  const pairing = new Pairing(rules);
  for (const [at, one] of said.entries()) {
    if (one.type === 'note') pairing.note(one.note, one.closing);
    else if (asks(one)) pairing.question(one, namesAskers);
    else pairing.official(one, isHost(one, hosts), nextTurn(said, at));
  }
  return pairing.finish();
}

/** Holds the exchange at hand. */
class Pairing {
  readonly rules: Rules;
  readonly #children: DraftChild[] = [];
  #exchange: Child[] | null = null;
  #last: SaidTurn | null = null;
  #labelBefore: string | null = null;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  question(said: SaidTurn, namesAskers: boolean): void {
    const stays =
      this.#exchange !== null &&
      (said.role?.kind === 'follow-up' ||
        (said.role?.by === 'bare' && namesAskers) ||
        (this.#last !== null && asks(this.#last)));
    if (!stays) this.#open();
    this.#add(turnOf(said, 'question'), said);
  }

  official(said: SaidTurn, host: boolean, next: SaidTurn | null): void {
    const answersWithout = said.role?.by === 'marker' && said.role.kind === 'answer';
    if (this.#exchange === null && answersWithout) this.#open();
    const between =
      host && this.#last !== null && !asks(this.#last) && (next === null || asks(next));
    if (this.#exchange === null || said.role === null || between) {
      this.#close();
      this.#children.push(turnOf(said, 'statement'));
      this.#last = said;
    } else this.#add(turnOf(said, host ? 'statement' : 'answer'), said);
  }

  note(note: Note, closing: boolean): void {
    if (closing) this.#close();
    if (this.#exchange === null) this.#children.push(note);
    else this.#exchange.push(note);
  }

  finish(): DraftChild[] {
    this.#close();
    return this.#children;
  }

  #open(): void {
    this.#close();
    this.#exchange = [];
  }

  #add(turn: Turn, said: SaidTurn): void {
    this.#exchange?.push(turn);
    this.#last = said;
  }

  #close(): void {
    if (this.#exchange === null) return;
    const { inside, after } = trailingNotes(this.#exchange);
    const exchange = exchangeOf(inside, this.rules, this.#labelBefore);
    this.#labelBefore = firstLabel(exchange);
    this.#children.push(exchange, ...after);
    this.#exchange = null;
    this.#last = null;
  }
}

/** Notes behind the last turn stay in an exchange where they say how it was received: stage directions in brackets. */
function trailingNotes(children: Child[]): { inside: Child[]; after: Note[] } {
  let end = children.length;
  for (
    let child = children[end - 1];
    child?.type === 'note' && !/^[（([]/.test(child.value);
    child = children[end - 1]
  )
    end -= 1;
  return {
    inside: children.slice(0, end),
    after: children.slice(end).filter((child) => child.type === 'note'),
  };
}

function exchangeOf(children: Child[], rules: Rules, labelBefore: string | null): DraftExchange {
  const turns = children.filter((child) => child.type === 'turn');
  const questions = turns.filter((turn) => turn.kind === 'question');
  const text = turns.flatMap((turn) => turn.children.map((child) => child.value)).join('\n');
  const label = questions[0]?.label ?? null;
  const asked = questions.flatMap((turn) => turn.children.map((child) => child.value)).join('');
  const slight = questions.length > 0 && countLetters(asked) <= (rules.profile.slight ?? 0);
  const flags: [ExchangeFlag, boolean][] = [
    ['slight', slight],
    ['no-answer', !turns.some((turn) => turn.kind === 'answer')],
    ['no-question', questions.length === 0],
    ['same-asker', label !== null && label === labelBefore && questions[0]?.outlet !== null],
    ['lost-label', turns.some((turn) => turn.label === null)],
    ['damaged-text', isDamaged(text)],
  ];
  return {
    type: 'exchange',
    parts: partsOf(turns, rules),
    flags: flags.filter(([, holds]) => holds).map(([flag]) => flag),
    children,
  };
}

const firstLabel = (exchange: DraftExchange): string | null =>
  exchange.children.find((child) => child.type === 'turn')?.label ?? null;

function turnOf(said: SaidTurn, kind: Turn['kind']): Turn {
  return {
    type: 'turn',
    kind,
    label: said.lostLabel ? null : (said.role?.label ?? null),
    speaker: said.role?.speaker ?? null,
    outlet: said.role?.outlet ?? null,
    children: said.children,
  };
}

const asks = (said: SaidTurn): boolean =>
  said.role?.kind === 'question' || said.role?.kind === 'follow-up';

const isNamedAsker = (said: SaidTurn): boolean =>
  asks(said) && said.role !== null && said.role.by !== 'marker' && said.role.by !== 'bare';

const nextTurn = (said: Said[], at: number): SaidTurn | null =>
  said.slice(at + 1).find((one) => one.type === 'turn') ?? null;

const isHost = (said: SaidTurn, hosts: Set<string>): boolean =>
  said.role?.kind === 'host' || hosts.has(said.role?.label ?? '');

/**
 * Labels of those who lead: the first to speak, at least twice, never directly behind a question and
 * always directly before one or at the end.
 */
function hostsAmong(said: Said[]): Set<string> {
  const turns = said.filter((one) => one.type === 'turn');
  const first = turns[0]?.role;
  if (!first || first.kind !== 'answer') return new Set();
  const others = turns.some(
    (turn) => turn.role?.kind === 'answer' && turn.role.label !== first.label,
  );
  const leads = turns.every((turn, at) => {
    if (at === 0 || turn.role?.label !== first.label) return true;
    const [before, after] = [turns[at - 1], turns[at + 1]];
    return !(before && asks(before)) && (!after || asks(after));
  });
  const uses = turns.filter((turn) => turn.role?.label === first.label).length;
  return others && leads && uses >= 2 ? new Set([first.label]) : new Set();
}
