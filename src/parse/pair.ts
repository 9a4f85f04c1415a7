import type { DraftExchange } from '../model/draft.ts';
import type { ExchangeFlag, Note, Transcript, Turn } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';
import { partsOf } from './parts.ts';
import type { Rules } from './rules.ts';
import type { Said, SaidTurn } from './said.ts';
import { countLetters } from './script.ts';

type Child = Turn | Note;
type DraftChild = Exclude<Transcript['children'][number], { type: 'exchange' }> | DraftExchange;

/** Those who answer for the institution, in order of first word; who only hands over is not among them. */
export function spokespersonsOf(said: Said[]): string[] {
  const hosts = hostsAmong(said);
  const names = said.flatMap((one) =>
    one.type === 'turn' && !asks(one) && !isHost(one, hosts) && one.role?.speaker
      ? [one.role.speaker]
      : [],
  );
  return [...new Set(names)];
}

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
  const next = turnsBehind(said);
  for (const [at, one] of said.entries()) {
    if (one.type === 'break') pairing.stop();
    else if (one.type === 'note') pairing.note(one.note, one.closing);
    else if (asks(one)) pairing.question(one, namesAskers);
    else pairing.official(one, isHost(one, hosts), next[at] ?? null);
  }
  return pairing.finish();
}

/** What the pairing noticed about an exchange that its turns do not tell. */
interface Noticed {
  /** A turn lost its label, or characters. */
  lost: boolean;
  damaged: boolean;
  /** Who opens it asked in the exchange before. */
  sameAsker: boolean;
}

/** Holds the exchange at hand. */
class Pairing {
  readonly rules: Rules;
  readonly #children: DraftChild[] = [];
  #exchange: Child[] | null = null;
  #last: SaidTurn | null = null;
  /** Labels of named askers: who opened the exchange at hand, all who ask in it, and in the one before. */
  #asker: string | null = null;
  #askers = new Set<string>();
  #askersBefore = new Set<string>();
  #lost = false;
  #damaged = false;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  question(said: SaidTurn, namesAskers: boolean): void {
    const stays =
      this.#exchange !== null &&
      (said.role?.kind === 'follow-up' ||
        (said.role?.by === 'bare' && namesAskers) ||
        (this.#last !== null && asks(this.#last)));
    if (!stays) {
      this.#open();
      this.#asker = isNamedAsker(said) ? (said.role?.label ?? null) : null;
    }
    if (isNamedAsker(said)) this.#askers.add(said.role?.label ?? '');
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

  stop(): void {
    this.#close();
  }

  finish(): DraftChild[] {
    this.#close();
    return this.#children;
  }

  #open(): void {
    this.#close();
    this.#exchange = [];
    this.#asker = null;
    this.#lost = false;
    this.#damaged = false;
  }

  #add(turn: Turn, said: SaidTurn): void {
    this.#exchange?.push(turn);
    this.#lost ||= said.lostLabel;
    this.#damaged ||= said.damaged;
    this.#last = said;
  }

  #close(): void {
    if (this.#exchange === null) return;
    const { inside, after } = trailingNotes(this.#exchange);
    const sameAsker = this.#asker !== null && this.#askersBefore.has(this.#asker);
    const noticed = { lost: this.#lost, damaged: this.#damaged, sameAsker };
    this.#children.push(exchangeOf(inside, this.rules, noticed), ...after);
    this.#askersBefore = this.#askers;
    this.#askers = new Set();
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

function exchangeOf(
  children: Child[],
  rules: Rules,
  { lost, damaged, sameAsker }: Noticed,
): DraftExchange {
  const turns = children.filter((child) => child.type === 'turn');
  const questions = turns.filter((turn) => turn.kind === 'question');
  const slight = questions.length > 0 && isSlight(turns, rules.profile.slight ?? 0);
  const flags: [ExchangeFlag, boolean][] = [
    ['slight', slight],
    ['no-answer', !turns.some((turn) => turn.kind === 'answer')],
    ['no-question', questions.length === 0],
    ['same-asker', sameAsker],
    ['lost-label', lost],
    ['damaged-text', damaged],
  ];
  return {
    type: 'exchange',
    parts: partsOf(turns, rules),
    flags: flags.filter(([, holds]) => holds).map(([flag]) => flag),
    children,
  };
}

/** A question of a few words and a reply of not many more: `most` letters asked, five times as many answered. */
function isSlight(turns: Turn[], most: number): boolean {
  const lettersOf = (kinds: Turn['kind'][]) =>
    turns
      .filter((turn) => kinds.includes(turn.kind))
      .reduce((sum, turn) => sum + countLetters(wordsOf(turn)), 0);
  return lettersOf(['question']) <= most && lettersOf(['answer', 'statement']) <= 5 * most;
}

function turnOf(said: SaidTurn, kind: Turn['kind']): Turn {
  return {
    type: 'turn',
    kind,
    label: said.role?.label || null,
    speaker: said.role?.speaker ?? null,
    outlet: said.role?.outlet ?? null,
    children: said.children,
  };
}

const asks = (said: SaidTurn): boolean =>
  said.role?.kind === 'question' || said.role?.kind === 'follow-up';

const isNamedAsker = (said: SaidTurn): boolean =>
  asks(said) && !!said.role?.label && said.role.by !== 'marker' && said.role.by !== 'bare';

/** For each place the first turn behind it. */
function turnsBehind(said: Said[]): (SaidTurn | null)[] {
  const behind: (SaidTurn | null)[] = [];
  let next: SaidTurn | null = null;
  for (let at = said.length - 1; at >= 0; at--) {
    behind[at] = next;
    const one = said[at];
    if (one?.type === 'turn') next = one;
  }
  return behind;
}

const isHost = (said: SaidTurn, hosts: Set<string>): boolean =>
  said.role?.kind === 'host' || hosts.has(whoSpeaks(said));

/**
 * Who leads: whom a label calls host (主持人 李岸：), later under the bare name too; else the first to speak,
 * at least three times, never directly behind a question and always directly before one or at the end.
 */
function hostsAmong(said: Said[]): Set<string> {
  const turns = said.filter((one) => one.type === 'turn');
  const called = turns.filter(({ role }) => role?.kind === 'host');
  if (called.length > 0) return new Set(called.map(whoSpeaks));
  const [first] = turns;
  if (first?.role?.kind !== 'answer') return new Set();
  const leader = whoSpeaks(first);
  const uses = turns.filter((turn) => whoSpeaks(turn) === leader).length;
  const others = turns.some((turn) => turn.role?.kind === 'answer' && whoSpeaks(turn) !== leader);
  const leads = turns.every((turn, at) => {
    if (at === 0 || whoSpeaks(turn) !== leader) return true;
    const [before, after] = [turns[at - 1], turns[at + 1]];
    return !(before && asks(before)) && (!after || asks(after));
  });
  return others && leads && uses >= 3 ? new Set([leader]) : new Set();
}

/** The one name of whoever speaks, or the label where nobody is named. */
const whoSpeaks = ({ role }: SaidTurn): string => role?.speaker ?? role?.label ?? '';
