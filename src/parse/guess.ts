import type { Candidate } from './label.ts';
import type { Line } from './line.ts';
import type { Role } from './role.ts';
import type { Roster } from './roster.ts';
import type { Rules } from './rules.ts';

/** A label longer than this that nothing else vouches for is a clause: no outlet's name is. */
const longestName = 30;
const asks = (role: Role | null): boolean =>
  role?.kind === 'question' || role?.kind === 'follow-up';

/**
 * Roles for labels that have none by themselves, from how the page uses them.
 *
 * Who answers: a label that recurs and stands behind questions. Who asks: a label in bold where
 * questions are bold and answers are not, or one that alone stands between two answers. The roles given
 * here are marked `guess`; a label that stands in no such place stays part of what is said.
 */
export function guessRoles(
  lines: Line[],
  roles: (Role | null)[],
  roster: Roster,
  rules: Rules,
): (Role | null)[] {
  const result = [...roles];
  const bold = boldAsks(lines, result, rules);
  const candidates = lines.map((line, at) => (result[at] ? null : nameLike(line)));
  for (const label of recurringAnswerers(candidates, result)) {
    roster.add(label);
    assign(label, candidates, result, 'answer');
  }
  for (const [at, candidate] of candidates.entries()) {
    if (!candidate || result[at]) continue;
    const inBold = bold && lines[at]?.bold !== 'none';
    if (inBold || (!bold && standsBetweenAnswers(at, result, candidates)))
      result[at] = guessed(candidate, 'question', null);
  }
  return result;
}

/** Whether the page sets questions, and only questions, in bold: at least 4 of 5 and at most 1 of 5. */
export function boldAsks(lines: Line[], roles: (Role | null)[], rules: Rules): boolean {
  if (!rules.profile.shapes.includes('bold')) return false;
  const share = (test: (role: Role) => boolean) => {
    const these = lines.filter((_, at) => roles[at] && test(roles[at]));
    return these.filter((line) => line.bold !== 'none').length / Math.max(1, these.length);
  };
  return share(asks) >= 0.8 && share((role) => role.kind === 'answer') <= 0.2;
}

function nameLike(line: Line): Candidate | null {
  const candidate = line.labels[0];
  if (!candidate || candidate.label.length > longestName) return null;
  return /[，,；“”]|[的了是在]/u.test(candidate.label) ? null : candidate;
}

/** Labels that recur and stand behind a question at least 4 times in 5; without any known role, the most frequent label. */
function recurringAnswerers(candidates: (Candidate | null)[], roles: (Role | null)[]): string[] {
  const uses = new Map<string, { all: number; afterQuestion: number }>();
  let last: Role | null = null;
  for (const [at, candidate] of candidates.entries()) {
    if (candidate) {
      const use = uses.get(candidate.label) ?? { all: 0, afterQuestion: 0 };
      use.all += 1;
      if (asks(last)) use.afterQuestion += 1;
      uses.set(candidate.label, use);
    }
    last = roles[at] ?? last;
  }
  if (last === null) return mostFrequent(uses);
  return [...uses]
    .filter(([, use]) => use.all >= 2 && use.afterQuestion >= 0.8 * use.all)
    .map(([label]) => label);
}

function mostFrequent(uses: Map<string, { all: number }>): string[] {
  const [first, second] = [...uses].sort(([, a], [, b]) => b.all - a.all);
  return first && first[1].all >= 3 && first[1].all > (second?.[1].all ?? 0) ? [first[0]] : [];
}

/** The roles before and behind are answers, or none yet and an answer, and no other label stands between. */
function standsBetweenAnswers(
  at: number,
  roles: (Role | null)[],
  candidates: (Candidate | null)[],
): boolean {
  const before = roles.slice(0, at).findLast((role) => role !== null);
  if (before !== undefined && before.kind !== 'answer') return false;
  for (let next = at + 1; next < roles.length; next++) {
    if (roles[next]) return roles[next]?.kind === 'answer';
    if (candidates[next]) return false;
  }
  return false;
}

function assign(
  label: string,
  candidates: (Candidate | null)[],
  roles: (Role | null)[],
  kind: Role['kind'],
): void {
  for (const [at, candidate] of candidates.entries())
    if (candidate?.label === label && !roles[at]) roles[at] = guessed(candidate, kind, label);
}

const guessed = ({ label, end }: Candidate, kind: Role['kind'], speaker: string | null): Role => ({
  kind,
  label,
  speaker,
  outlet: null,
  by: 'guess',
  end,
});
