import type { Profile } from '../model/profile.ts';
import { Selectors } from './selectors.ts';

/** A profile with its selectors and patterns compiled. */
export interface Rules {
  profile: Profile;
  selectors: Selectors;
  prefixes: RegExp[];
  labels: RegExp[];
  asker: RegExp[];
  signature: RegExp[];
  speaker: RegExp[];
  host: RegExp[];
  roster: RegExp[];
  noise: NamedPattern[];
  notes: NamedPattern[];
  directions: RegExp[];
  closing: RegExp[];
  partial: RegExp[];
  dates: DatePattern[];
  kinds: KindPattern[];
  partOfQuestion: RegExp[];
  partOfAnswer: RegExp[];
}
/** A line rule, compiled. */
export interface NamedPattern {
  id: string;
  pattern: RegExp;
  /** `opening`: only before the first labelled turn. */
  where: 'opening' | 'anywhere';
}

/** A date rule, compiled. */
export type DatePattern = Omit<Profile['dates'][number], 'pattern'> & { pattern: RegExp };
/** A rule for what a page is, compiled; null where it does not look at title or body. */
export interface KindPattern {
  kind: Profile['kinds'][number]['kind'];
  title: RegExp | null;
  body: RegExp | null;
  reason: string | null;
}

const known = new WeakMap<Profile, Rules>();

/** Compile a profile; each profile is compiled once. */
export function rulesOf(profile: Profile): Rules {
  const rules = known.get(profile) ?? compile(profile);
  known.set(profile, rules);
  return rules;
}

function compile(profile: Profile): Rules {
  const { roles, parts } = profile;
  return {
    profile,
    selectors: new Selectors(),
    prefixes: all(profile.prefixes),
    labels: all(profile.labels),
    asker: all(roles.asker),
    signature: all(roles.signature),
    speaker: all(roles.speaker),
    host: all(roles.host),
    roster: all(roles.roster, 'gu'),
    noise: named(profile.noise),
    notes: named(profile.notes),
    directions: all(profile.directions, 'gu'),
    closing: all(profile.closing),
    partial: all(profile.partial),
    dates: profile.dates.map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern, 'iu') })),
    kinds: profile.kinds.map(({ kind, title, body, reason }) => ({
      kind,
      title: title === undefined ? null : new RegExp(title, 'u'),
      body: body === undefined ? null : new RegExp(body, 'mu'),
      reason: reason ?? null,
    })),
    partOfQuestion: all(parts.question, 'gu'),
    partOfAnswer: all(parts.answer, 'gu'),
  };
}

const all = (patterns: string[], flags = 'u'): RegExp[] =>
  patterns.map((pattern) => new RegExp(pattern, flags));

const named = (rules: Profile['noise']): NamedPattern[] =>
  rules.map(({ id, pattern, where }) => ({ id, where, pattern: new RegExp(pattern, 'u') }));
