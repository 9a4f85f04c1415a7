import type { VFile } from 'vfile';
import type { Dropped } from '../model/document.ts';
import type { Paragraph } from '../model/transcript.ts';
import { isDamaged } from './damage.ts';
import type { Line } from './line.ts';
import { resolveOutlet } from './outlet.ts';
import type { ParseContext } from './page.ts';
import { noteOf, paragraphOf } from './paragraph.ts';
import type { Role } from './role.ts';
import type { NamedPattern, Rules } from './rules.ts';
import type { Said, SaidNote, SaidTurn } from './said.ts';

interface Options {
  rules: Rules;
  context: ParseContext;
  file: VFile;
  /** Of the page. */
  title: string;
  /** Whether the page sets questions, and only questions, in bold. */
  bold: boolean;
}

const sentenceEnd = /[。？！….?!”"]$/u;

/** Collects lines, in reading order, into turns and notes. */
export class Speech {
  readonly said: Said[] = [];
  readonly dropped: Dropped[] = [];
  readonly #options: Options;
  #turn: SaidTurn | null = null;
  #opening = true;
  /** Of the line at hand. */
  #damaged = false;
  #before: Line | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Take a line with its role, if it has one, and the role of the line behind it. */
  take(line: Line, role: Role | null, next: Role | null): void {
    this.#damaged = isDamaged(line.text);
    if (this.#damaged)
      this.#tell(
        line,
        'damaged-text',
        'Expected readable characters, got destroyed ones; kept as they are',
      );
    if (line.as) {
      this.#takeCorrected(line, line.as.kind, role);
      return;
    }
    const labelOnly = role !== null && role.end === line.text.length;
    if (role === null && this.#drop(line)) return;
    if ((role === null || labelOnly) && this.#note(line)) return;
    if (role) this.#open(line, role, false);
    else if (this.#heading(line, next)) return;
    else if (!this.#lost(line)) this.#goOn(line);
    this.#opening &&= role === null;
    this.#before = line;
  }

  #takeCorrected(line: Line, kind: NonNullable<Line['as']>['kind'], role: Role | null): void {
    if (kind === 'noise') this.#leaveOut(line, 'correction');
    else if (kind === 'note') this.#pushNote(line, false);
    else {
      if (kind === 'statement') this.said.push({ type: 'break' });
      this.#open(line, role, role?.label === '');
    }
  }

  #open(line: Line, role: Role | null, lostLabel: boolean): void {
    const from = role?.end ?? 0;
    if (role) this.#leaveBetween(line, role);
    if (role?.kind === 'answer' && role.by !== 'marker' && this.#closes(line.text.slice(from)))
      this.said.push({ type: 'break' });
    const children = from < line.text.length ? [this.#words(line, from)] : [];
    this.#turn = {
      type: 'turn',
      role,
      lostLabel,
      damaged: this.#damaged,
      children,
      place: line.place,
    };
    this.said.push(this.#turn);
    this.#sign();
  }

  /** What stands between label and words and is neither: the time of a captioned turn. */
  #leaveBetween(line: Line, { label, end }: Role): void {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    const rest = letters(line.text.slice(0, end)).slice(letters(label).length);
    if (rest !== '') this.#leaveOut({ ...line, text: rest }, 'between-label-and-words');
  }

  #goOn(line: Line): void {
    const [candidate] = line.labels;
    if (candidate)
      this.#tell(
        line,
        'label-rejected',
        `Expected a role for the label \`${candidate.label}\`, got none; kept as words`,
      );
    if (this.#turn) {
      this.#turn.damaged ||= this.#damaged;
      this.#turn.children.push(...this.#notesInside(this.#turn), this.#words(line, 0));
      this.#sign();
    } else this.#open(line, null, false);
  }

  /** Notes between two paragraphs of a turn belong into it. */
  #notesInside(turn: SaidTurn) {
    const from = this.said.lastIndexOf(turn) + 1;
    return this.said.splice(from).flatMap((one) => (one.type === 'note' ? [one.note] : []));
  }

  /** An asker who signs the question: （연합뉴스 기자). */
  #sign(): void {
    const role = this.#turn?.role;
    const last = this.#turn?.children.at(-1);
    if (!role || role.outlet !== null || role.kind === 'answer' || last?.type !== 'paragraph')
      return;
    for (const pattern of this.#options.rules.signature) {
      const outlet = pattern.exec(last.value)?.groups?.outlet;
      if (outlet !== undefined) role.outlet = resolveOutlet(outlet, this.#options.context.outlets);
    }
  }

  #drop(line: Line): boolean {
    const rule = this.#ruleFor(line, this.#options.rules.noise);
    if (rule) this.#leaveOut(line, rule.id);
    return rule !== undefined;
  }

  #leaveOut({ text, place }: Line, rule: string): void {
    this.dropped.push({ rule, text, place });
    this.#options.file.info(`Left out by the rule \`${rule}\`: ${text.length} characters`, {
      ruleId: rule,
      source: 'noise',
      place,
    });
  }

  #note(line: Line): boolean {
    const closing = this.#closes(line.text);
    const rule = this.#ruleFor(line, this.#options.rules.notes);
    if (!rule && this.#isTitle(line)) {
      this.#pushNote(line, false);
      return true;
    }
    // A closing line that is no note opens the statement behind the last answer itself, unless a label stands before it.
    if (closing && !rule && this.#endBefore(this.#turn)) return false;
    if (closing) this.#turn = null;
    if (rule) this.#pushNote(line, closing);
    return rule !== undefined;
  }

  /** End the exchange at hand before a turn that has only its label yet, else here; whether a turn goes on. */
  #endBefore(turn: SaidTurn | null): boolean {
    const goesOn = turn !== null && turn.children.length === 0;
    const at = goesOn ? this.said.lastIndexOf(turn) : this.said.length;
    if (!goesOn || turn.role?.kind === 'answer') this.said.splice(at, 0, { type: 'break' });
    return goesOn;
  }

  #closes(text: string): boolean {
    return this.#options.rules.closing.some((pattern) => pattern.test(text));
  }

  /** The title of the page once more, at the head of its body. */
  #isTitle({ text, labels }: Line): boolean {
    return (
      this.#opening && labels.length === 0 && this.#turn === null && text === this.#options.title
    );
  }

  /** A line shaped as a turn, or a heading of the page, that says no sentence and stands before a question. */
  #heading(line: Line, next: Role | null): boolean {
    const shaped = line.labels.length > 0 && line.text.length <= 60 && !sentenceEnd.test(line.text);
    const before = next?.kind === 'question' || next?.kind === 'follow-up';
    if (!(shaped || line.kind === 'heading') || !before || line.bold === 'all') return false;
    this.#pushNote(line, true);
    this.#turn = null;
    return true;
  }

  #pushNote(line: Line, closing: boolean): void {
    const { rules, context } = this.#options;
    const note: SaidNote = {
      type: 'note',
      note: noteOf(line, rules, context.source.language),
      closing,
    };
    this.said.push(note);
  }

  /** On a page whose questions are bold, a plain line behind a question answers, a bold one behind an answer asks. */
  #lost(line: Line): boolean {
    const { bold, rules } = this.#options;
    const unlabelled = rules.profile.shapes.length === 1;
    const kind = this.#turn?.role?.kind;
    if (!bold || (kind === undefined && !(unlabelled && line.bold === 'all'))) return false;
    const asked = kind === 'question' || kind === 'follow-up';
    const answers = asked && line.bold === 'none' && this.#before?.bold === 'all';
    if (!answers && (asked || line.bold !== 'all')) return false;
    const lost: Role['kind'] = answers ? 'answer' : 'question';
    const role: Role = { kind: lost, label: '', speaker: null, outlet: null, by: 'guess', end: 0 };
    if (!unlabelled)
      this.#tell(
        line,
        'lost-label',
        `Cannot name who speaks without a label; its type says it is a ${lost}`,
      );
    this.#open(line, role, !unlabelled);
    return true;
  }

  #words(line: Line, from: number): Paragraph {
    return paragraphOf(line, from, this.#options.rules, this.#options.context.source.language);
  }

  #ruleFor(line: Line, rules: NamedPattern[]): NamedPattern | undefined {
    return rules.find(
      (rule) => (rule.where === 'anywhere' || this.#opening) && rule.pattern.test(line.text),
    );
  }

  #tell({ place }: Line, ruleId: string, reason: string): void {
    this.#options.file.message(reason, { place, ruleId, source: 'attribute' });
  }
}
