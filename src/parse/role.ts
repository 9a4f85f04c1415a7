import type { Candidate } from './label.ts';
import { outletBeside, resolveOutlet } from './outlet.ts';
import type { ParseContext } from './page.ts';
import type { Roster } from './roster.ts';
import type { Rules } from './rules.ts';

/** What a label makes of the turn it opens. */
export interface Role {
  kind: 'question' | 'follow-up' | 'answer' | 'host';
  /** As printed. */
  label: string;
  speaker: string | null;
  outlet: string | null;
  /** How sure: a `marker` says nothing of who speaks, a `guess` rests on place or type. */
  by: 'marker' | 'bare' | 'asker' | 'roster' | 'speaker' | 'outlet' | 'guess';
  /** Where what is said begins in the line. */
  end: number;
}

/**
 * The role that a label has by itself: a marker, a host, an asker, somebody on the page's roster,
 * somebody in office, an outlet in the archive's list, in this order; null where none speaks for it.
 */
export function roleOf(
  candidate: Candidate,
  roster: Roster,
  rules: Rules,
  context: ParseContext,
): Role | null {
  const { label } = candidate;
  const { question, followUp, bare, answer } = rules.profile.roles;
  if (question.includes(label)) return roleAs(candidate, 'question', 'marker');
  if (followUp.includes(label)) return roleAs(candidate, 'follow-up', 'marker');
  if (bare.includes(label)) return roleAs(candidate, 'question', 'bare');
  if (answer.includes(label)) return roleAs(candidate, 'answer', 'marker', onlyOf(roster));
  if (rules.host.some((pattern) => pattern.test(label)))
    return roleAs(candidate, 'host', 'speaker', nameOf(label, roster, rules));
  const asked = askerOf(candidate, rules, context);
  if (asked) return asked;
  const listed = roster.resolve(label);
  if (listed !== null) return roleAs(candidate, 'answer', 'roster', listed);
  if (rules.speaker.some((pattern) => pattern.test(label)))
    return roleAs(candidate, 'answer', 'speaker', nameOf(label, roster, rules));
  const outlet = resolveOutlet(label, context.outlets) ?? outletBeside(label, context.outlets);
  return outlet === null ? null : { ...roleAs(candidate, 'question', 'outlet'), outlet };
}

function roleAs(
  { printed, end }: Candidate,
  kind: Role['kind'],
  by: Role['by'],
  speaker: string | null = null,
): Role {
  return { kind, label: printed, speaker, outlet: null, by, end };
}

/** Who answers under a marker: the only name on the page, or nobody known. */
function onlyOf({ names }: Roster): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

function askerOf(candidate: Candidate, rules: Rules, context: ParseContext): Role | null {
  for (const pattern of rules.asker) {
    const found = pattern.exec(candidate.label);
    if (!found) continue;
    const kind = found.groups?.followUp === undefined ? 'question' : 'follow-up';
    const outlet = resolveOutlet(found.groups?.outlet ?? candidate.label, context.outlets);
    return { ...roleAs(candidate, kind, 'asker'), outlet };
  }
  return null;
}

/**
 * The one name that a person has on a page: the roster's, else the full name in the label, else the
 * label as printed (MR LARK: a surname alone is no name to file somebody under).
 */
export function nameOf(label: string, roster: Roster, rules: Rules): string {
  const named = [...rules.speaker, ...rules.host]
    .map((pattern) => pattern.exec(label)?.groups?.name)
    .find(Boolean);
  const listed =
    roster.resolve(label) ??
    (named === undefined ? null : (roster.resolve(named) ?? roster.inTitle(named))) ??
    roster.holderOf(label);
  if (listed !== null) return listed;
  const full = named !== undefined && /\s|^\p{Script=Han}/u.test(named.trim());
  return full ? roster.asInTitle(named) : label;
}

/** Put on the roster whom a label names in full: Finch for DEPUTY SECRETARY ANNA FINCH, 陈石 for 渔政局局长 陈石. */
export function learnNames(roles: (Role | null)[], roster: Roster, rules: Rules): void {
  for (const role of roles) {
    if (!role?.speaker) continue;
    const name = nameOf(role.label, roster, rules);
    if (name !== role.label && /\s|^\p{Script=Han}{2,4}$/u.test(name)) roster.add(name);
  }
}

/** The roles of a page with everybody's one name: a short label (MR. KIRBY) is the person of a longer one. */
export function namesOn(roles: (Role | null)[], roster: Roster, rules: Rules): (Role | null)[] {
  const officials = roles.flatMap((role) => (role?.speaker ? [role] : []));
  const holders = holdersOf(officials.map(({ label }) => label));
  return roles.map((role) => {
    if (!role?.speaker || role.by !== 'speaker') return role;
    const label = holders.get(role.label) ?? role.label.replace(/^[^\p{L}\p{N}]{1,4}/u, '');
    return { ...role, speaker: nameOf(label, roster, rules) };
  });
}

/** Post → the label that names its only holder: `PRIME MINISTER` after `ORLA VALE, PRIME MINISTER` is Orla Vale. */
function holdersOf(labels: string[]): Map<string, string> {
  const named = [...new Set(labels)].flatMap((label) => {
    const comma = label.indexOf(', ');
    return comma === -1 ? [] : [{ label, post: label.slice(comma + 2) }];
  });
  const only = named.filter(({ post }) => named.filter((one) => one.post === post).length === 1);
  return new Map(only.map(({ label, post }) => [post, label]));
}
