const dayMs = 24 * 60 * 60 * 1000;

/** A source that has been quiet for longer than is usual for it. */
export interface Silence {
  /** The day of its newest transcript. */
  last: string;
  /** Days since then. */
  days: number;
  /** Days within which nearly every briefing followed the one before. */
  usual: number;
}

/** A source that has said nothing for so many days has ended: an alarm every day for good tells nobody anything. */
const ended = 365;
/** Fewer days than these tell nothing of what is usual. */
const fewest = 5;
/** The gaps looked at: a year or so of twice a week, so that a habit of long ago does not count. */
const recent = 100;

/**
 * Whether a source is suspiciously quiet: more than twice its usual gap, and more than a
 * week, but less than a year.
 * `days` are those of its transcripts in any order; null where all is as usual.
 */
export function silenceOf(days: string[], today: string): Silence | null {
  const known = [...new Set(days)].sort();
  const last = known.at(-1);
  if (last === undefined || known.length < fewest) return null;
  const gaps = known
    .slice(1)
    .map((day, at) => between(known[at] ?? day, day))
    .slice(-recent)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length * 0.95)] ?? 0;
  const since = between(last, today);
  return since > Math.max(7, 2 * usual) && since < ended ? { last, days: since, usual } : null;
}

const between = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
