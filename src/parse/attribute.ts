import type { VFile } from 'vfile';
import type { Document, Dropped } from '../model/document.ts';
import { boldAsks, guessRoles } from './guess.ts';
import { type Line, lineOf } from './line.ts';
import type { ParseContext } from './page.ts';
import { learnNames, namesOn, type Role, roleOf } from './role.ts';
import { Roster } from './roster.ts';
import type { Rules } from './rules.ts';
import type { Said } from './said.ts';
import { Speech } from './speech.ts';
import { splitTurns } from './split.ts';

/** What attribution yields: what is said by whom, in reading order, and the lines left out. */
export interface Attributed {
  said: Said[];
  dropped: Dropped[];
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
  const find = (line: Line) =>
    line.as
      ? correctedRole(line, line.as, roster, rules, context)
      : firstRole(line, roster, rules, context);
  const told = splitTurns(document.blocks, rules, find, file);
  const lines = told.map(({ line }) => line);
  const namedBefore = roster.names.length;
  learnNames(
    told.map(({ role }) => role),
    roster,
    rules,
  );
  const known = told.map(({ line, role }) =>
    role === null && roster.names.length > namedBefore ? find(line) : role,
  );
  const first = known.findIndex((role) => role !== null);
  const speech = lines.map((line, at) => {
    const mayAsk = known[at] === null && line.labels.length > 0 && line.as === undefined;
    return mayAsk && !isNoSpeech(line, rules, first === -1 || at < first);
  });
  const roles = namesOn(guessRoles(lines, known, speech, roster, rules), roster, rules);
  const bold = boldAsks(lines, roles, rules);
  const collected = new Speech({ rules, context, file, title: document.title, bold });
  for (const [at, line] of lines.entries())
    collected.take(line, roles[at] ?? null, roles[at + 1] ?? null);
  return { said: collected.said, dropped: [...document.dropped, ...collected.dropped] };
}

const isNoSpeech = (line: Line, { noise, notes }: Rules, opening: boolean): boolean =>
  [...noise, ...notes].some(
    ({ pattern, where }) => (opening || where === 'anywhere') && pattern.test(line.text),
  );

/**
 * What a correction makes of a line: the label that it gives, or else the line's own, tells who speaks.
 * A given label that the line begins with is its label and no word of it.
 */
function correctedRole(
  line: Line,
  { kind, label }: NonNullable<Line['as']>,
  roster: Roster,
  rules: Rules,
  context: ParseContext,
): Role | null {
  if (kind === 'note' || kind === 'noise') return null;
  const printed = line.labels.find((one) => one.label === label)?.end ?? 0;
  const read =
    label === undefined
      ? firstRole(line, roster, rules, context)
      : roleOf({ shape: 'colon', label, printed: label, end: printed }, roster, rules, context);
  const asks = kind === 'question';
  return {
    kind: asks ? (read?.kind === 'follow-up' ? 'follow-up' : 'question') : 'answer',
    label: label ?? read?.label ?? '',
    speaker: asks ? null : (read?.speaker ?? null),
    outlet: asks ? (read?.outlet ?? null) : null,
    by: 'guess',
    end: read?.end ?? printed,
  };
}

/** The role of the first label that has one, with a second label that the first one leads to (追问：法新社记者：). */
function firstRole(line: Line, roster: Roster, rules: Rules, context: ParseContext): Role | null {
  for (const candidate of line.labels) {
    const role = roleOf(candidate, roster, rules, context);
    if (!role) continue;
    const longer = line.labels.find(
      ({ label, end }) => end > role.end && label === candidate.label,
    );
    const end = longer?.end ?? role.end;
    return role.kind === 'follow-up' && role.by === 'marker'
      ? withSecond({ ...role, end }, line, roster, rules, context)
      : { ...role, end };
  }
  return null;
}

function withSecond(
  role: Role,
  line: Line,
  roster: Roster,
  rules: Rules,
  context: ParseContext,
): Role {
  const rest = lineOf({ ...line, text: line.text.slice(role.end) }, rules);
  const second = firstRole(rest, roster, rules, context);
  if (second?.kind !== 'question' || second.by !== 'asker') return role;
  const between = line.text.slice(role.label.length, role.end).trim();
  const label = `${role.label}${between}${second.label}`;
  return { ...role, label, outlet: second.outlet, by: 'asker', end: role.end + second.end };
}
