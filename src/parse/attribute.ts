import type { VFile } from 'vfile';
import type { Document, Dropped } from '../model/document.ts';
import { boldAsks, guessRoles } from './guess.ts';
import { type Line, lineOf } from './line.ts';
import type { ParseContext } from './page.ts';
import { noteOf, paragraphOf } from './paragraph.ts';
import { type Role, roleOf } from './role.ts';
import { Roster } from './roster.ts';
import type { NamedPattern, Rules } from './rules.ts';
import type { Said, SaidTurn } from './said.ts';
import { splitTurns } from './split.ts';

/** What attribution yields: what is said by whom, in reading order, and the lines left out. */
export interface Attributed {
  said: Said[];
  dropped: Dropped[];
  roster: Roster;
}

/**
 * Say of every line who speaks it.
 *
 * A label counts only if a role is found for it; a line without one goes on with the turn at hand.
 * Reports `label-rejected` for what looked like a label and was none, `lost-label` for a turn that
 * only type or place tells, and each dropped line under its rule.
 */
export function attribute(
  document: Document,
  rules: Rules,
  context: ParseContext,
  file: VFile,
): Attributed {
  const roster = Roster.of(document, rules);
  const find = (line: Pick<Line, 'labels'>) => firstRole(line, roster, rules, context);
  const blocks = splitTurns(document.blocks, rules, (text) =>
    find(lineOf({ text, place: { line: 1, column: 1 }, inlines: [], kind: 'paragraph' }, rules)),
  );
  const lines = blocks.map((block) => lineOf(block, rules));
  const known = lines.map((line) => find(line));
  const roles = guessRoles(lines, known, roster, rules);
  const speech = new Speech(rules, file, boldAsks(lines, roles, rules), context.source.language);
  for (const [at, line] of lines.entries()) speech.take(line, roles[at] ?? null);
  return { said: speech.said, dropped: [...document.dropped, ...speech.dropped], roster };
}

function firstRole(
  line: Pick<Line, 'labels'>,
  roster: Roster,
  rules: Rules,
  context: ParseContext,
): Role | null {
  for (const candidate of line.labels) {
    const role = roleOf(candidate, roster, rules, context);
    if (!role) continue;
    const inner = innerLabel(role, line.labels);
    return inner ?? role;
  }
  return null;
}

/** The longer of two labels that begin a line, where a shape reads through the other's bracket. */
function innerLabel(role: Role, labels: Line['labels']): Role | null {
  const longer = labels.find(({ label, end }) => end > role.end && label.startsWith(role.label));
  return longer ? { ...role, end: longer.end } : null;
}

/** Collects lines into turns and notes. */
class Speech {
  readonly said: Said[] = [];
  readonly dropped: Dropped[] = [];
  readonly rules: Rules;
  readonly file: VFile;
  readonly bold: boolean;
  readonly language: string;
  #turn: SaidTurn | null = null;
  #opening = true;
  #lineBefore: Line | null = null;

  constructor(rules: Rules, file: VFile, bold: boolean, language: string) {
    this.rules = rules;
    this.file = file;
    this.bold = bold;
    this.language = language;
  }

  take(line: Line, role: Role | null): void {
    if (role) {
      this.#opening = false;
      this.#open(line, role, false);
    } else if (this.#drop(line) || this.#note(line)) return;
    else if (this.#lost(line)) return;
    else this.#goOn(line);
    this.#lineBefore = line;
  }

  #open(line: Line, role: Role | null, lostLabel: boolean): void {
    const children =
      role === null || role.end < line.text.length ? [this.#words(line, role?.end ?? 0)] : [];
    this.#turn = { type: 'turn', role, lostLabel, children, place: line.place };
    this.said.push(this.#turn);
  }

  #goOn(line: Line): void {
    for (const { label } of line.labels.slice(0, 1))
      this.#tell(
        line,
        'label-rejected',
        `Expected a role for the label \`${label}\`, got none; kept as words`,
      );
    if (this.#turn) this.#turn.children.push(this.#words(line, 0));
    else this.#open(line, null, false);
  }

  #words(line: Line, from: number) {
    return paragraphOf(line, from, this.rules, this.language);
  }

  #drop(line: Line): boolean {
    const rule = this.#ruleFor(line, this.rules.noise);
    if (!rule) return false;
    this.dropped.push({ rule: rule.id, text: line.text, place: line.place });
    return true;
  }

  #note(line: Line): boolean {
    const closing = this.rules.closing.some((pattern) => pattern.test(line.text));
    const rule = this.#ruleFor(line, this.rules.notes);
    if (!rule && !closing) return false;
    if (closing && !rule) {
      this.#turn = null;
      return false;
    }
    this.said.push({ type: 'note', note: noteOf(line, this.rules, this.language), closing });
    if (closing) this.#turn = null;
    return true;
  }

  /** On a page whose questions are bold, a plain line behind a question answers, a bold one behind an answer asks. */
  #lost(line: Line): boolean {
    const kind = this.#turn?.role?.kind;
    const asked = kind === 'question' || kind === 'follow-up';
    if (!this.bold || kind === undefined) return false;
    const lost: Role['kind'] | null =
      asked && line.bold === 'none' && this.#lineBefore?.bold === 'all'
        ? 'answer'
        : !asked && line.bold === 'all'
          ? 'question'
          : null;
    if (lost === null) return false;
    const role: Role = { kind: lost, label: '', speaker: null, outlet: null, by: 'guess', end: 0 };
    this.#tell(
      line,
      'lost-label',
      `Cannot name who speaks without a label; its type says it is a ${lost}`,
    );
    this.#open(line, role, true);
    return true;
  }

  #ruleFor(line: Line, rules: NamedPattern[]): NamedPattern | undefined {
    return rules.find(
      (rule) => (rule.where === 'anywhere' || this.#opening) && rule.pattern.test(line.text),
    );
  }

  #tell(line: Line, ruleId: string, reason: string): void {
    this.file.message(reason, { place: line.place, ruleId, source: 'attribute' });
  }
}
