import type { Candidate } from './label.ts';
import type { Line } from './line.ts';
import type { Role } from './role.ts';
import type { Roster } from './roster.ts';
import type { Rules } from './rules.ts';

type Roles = (Role | null)[];
type Candidates = (Candidate | null)[];

/** A label longer than this that nothing else vouches for is a clause: no outlet's name is. */
const longestName = 30;
const asks = (role: Role | null | undefined): boolean =>
  role?.kind === 'question' || role?.kind === 'follow-up';

/**
 * Roles for labels that have none by themselves, from how the page uses them.
 *
 * Who answers: a name behind a question, or one that recurs and says whole sentences. Who asks: a
 * label in bold where questions are bold and answers are not, or names that alone stand between two
 * answers. These roles are marked `guess`; a label that stands in no such place is part of what is
 * said. `speech` tells which lines may be speech at all.
 */
export function guessRoles(
  lines: Line[],
  roles: Roles,
  speech: boolean[],
  roster: Roster,
  rules: Rules,
): Roles {
  const result = [...roles];
  const bold = boldAsks(lines, result, rules);
  const candidates = lines.map((line, at) => (roles[at] || !speech[at] ? null : nameLike(line)));
  for (const atLeast of [2, 1])
    for (const label of answerers(lines, candidates, result, bold, atLeast)) {
      roster.add(label);
      for (const [at, candidate] of candidates.entries())
        if (candidate?.label === label) result[at] = guessed(candidate, 'answer', label);
    }
  const leads = leadsToAnswer(result, candidates);
  // Where generic markers tell most questions (Q, 问), nobody asks under a name.
  const marked = roles.filter((role) => role?.by === 'marker' && role.kind === 'question').length;
  const named = candidates.filter((one, at) => one && !result[at] && leads[at + 1]).length;
  if (marked > named) return result;
  let last: Role | null = null;
  for (const [at, candidate] of candidates.entries()) {
    const asked = asks(last) && last?.by !== 'guess';
    const asker = bold ? lines[at]?.bold !== 'none' : !asked && leads[at + 1];
    if (candidate && !result[at] && asker) result[at] = guessed(candidate, 'question', null);
    last = result[at] ?? last;
  }
  return result;
}

/** Whether the page sets questions, and only questions, in bold: at least 4 of 5 and at most 1 of 5. */
export function boldAsks(lines: Line[], roles: Roles, rules: Rules): boolean {
  const { shapes } = rules.profile;
  if (!shapes.includes('bold')) return false;
  if (shapes.length === 1) return true;
  const share = (these: Line[]) =>
    these.filter((line) => line.bold !== 'none').length / Math.max(1, these.length);
  const askers = lines.filter((_, at) => asks(roles[at]));
  const officials = lines.filter((_, at) => roles[at]?.kind === 'answer');
  // Where nobody is known to answer, all who have a label may: their type tells whether bold is the asker's alone.
  const unknown = lines.filter(({ labels }, at) => labels.length > 0 && !roles[at]);
  return share(askers) >= 0.8 && share(officials.length > 0 ? officials : unknown) <= 0.2;
}

/** A label that could be a name: short, no clause; in Latin letters every word of weight has a capital. */
function nameLike(line: Line): Candidate | null {
  const [candidate] = line.labels;
  if (!candidate || candidate.label.length > longestName) return null;
  const { label } = candidate;
  if (!/^[《「]?\p{L}.*\p{L}/u.test(label) || /[，；“”]|[的了是在]/u.test(label)) return null;
  if (label.split(',').length > 2) return null;
  if (/^(?:[我你您他她它这那第首此最另其还对就]|[一二三四五六七八九十]是)/u.test(label))
    return null;
  const words = label.split(/\s+/u).filter((word) => /^\p{Script=Latin}/u.test(word));
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  return small.every((word) => /^(?:of|the|de|del|la|van|von|al|bin|and|for)$/u.test(word))
    ? candidate
    : null;
}

function answerers(
  lines: Line[],
  candidates: Candidates,
  roles: Roles,
  bold: boolean,
  atLeast: number,
): string[] {
  const uses = new Map<string, number[]>();
  for (const [at, candidate] of candidates.entries())
    if (candidate && !roles[at])
      uses.set(candidate.label, [...(uses.get(candidate.label) ?? []), at]);
  if (roles.every((role) => role === null)) return mostFrequent(uses);
  const officials = roles.flatMap((role) => (role?.kind === 'answer' ? [role.label] : []));
  const capitals =
    officials.length > 1 && officials.every((label) => /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(label));
  const before = rolesBefore(roles);
  const behind = rolesBehind(roles);
  return [...uses]
    .filter(([label, places]) => {
      if (places.length < atLeast || (capitals && /\p{Ll}/u.test(label))) return false;
      if (bold && places.some((at) => lines[at]?.bold !== 'none')) return false;
      const behindQuestion = places.some((at) => asks(before[at]));
      const speaks = places.every((at) => saysSomething(lines, at));
      const leadsToAnswer = places.some((at) => behind[at]?.kind === 'answer');
      return (
        speaks && isPerson(label) && (behindQuestion || (places.length >= 2 && !leadsToAnswer))
      );
    })
    .map(([label]) => label);
}

/** Two to four Han characters, two to four words with capitals, or initials and a family name. */
const isPerson = (label: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(label) ||
  /^(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{L}+$/u.test(label) ||
  /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(label);

/** Whole sentences behind the label or, where it stands alone, on the next line: a heading has none. */
function saysSomething(lines: Line[], at: number): boolean {
  const line = lines[at];
  const [candidate] = line?.labels ?? [];
  const own = line && candidate && candidate.end === line.text.length;
  const text = own ? (lines[at + 1]?.text ?? '') : (line?.text ?? '');
  return /[。？！….?!：:”"）)\]】—–-]$/u.test(text);
}

function mostFrequent(uses: Map<string, number[]>): string[] {
  const [first, second] = [...uses].sort(([, a], [, b]) => b.length - a.length);
  const most = first?.[1].length ?? 0;
  return first && most >= 3 && most > (second?.[1].length ?? 0) ? [first[0]] : [];
}

/** For each line the last role before it, over candidates that have none. */
function rolesBefore(roles: Roles): Roles {
  let last: Role | null = null;
  return roles.map((role) => {
    const before = last;
    last = role ?? last;
    return before;
  });
}

/** For each line the first role behind it. */
const rolesBehind = (roles: Roles): Roles => rolesBefore(roles.toReversed()).toReversed();

/**
 * For each line whether it begins a run of names, or ends one, with an answer behind it; told once from
 * the end, since a page may hold thousands of names in a row.
 */
function leadsToAnswer(roles: Roles, candidates: Candidates): boolean[] {
  const behind = rolesBehind(roles);
  const leads: boolean[] = [];
  for (let at = roles.length - 1; at >= 0; at--) {
    const role = roles[at] ?? (candidates[at] ? null : behind[at]);
    const goesOn = !role && candidates[at];
    leads[at] = goesOn ? (leads[at + 1] ?? false) : role?.kind === 'answer';
  }
  return leads;
}

const guessed = (
  { printed, end }: Candidate,
  kind: Role['kind'],
  speaker: string | null,
): Role => ({
  kind,
  label: printed,
  speaker,
  outlet: null,
  by: 'guess',
  end,
});
