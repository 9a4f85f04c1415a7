import robotsParser from 'robots-parser';

/** What a host's robots.txt lets us do. */
export interface Rules {
  allows(url: string): boolean;
  /** Seconds, or null where it names none that makes sense. */
  crawlDelay: number | null;
}

/** The name that robots.txt knows us by. */
export const robotsName = 'Lectern';

/** Most bytes that are read (RFC 9309, 2.5); the line that crosses is left out with all after it. */
export const largestRobots = 512 << 10;

/** Longest Crawl-delay that is obeyed, in seconds; more would mean never, which Disallow says better. */
const longestDelay = 300;

/** Rules of a host without a robots.txt. */
export const noRules: Rules = { allows: () => true, crawlDelay: null };

/** Reads a robots.txt by RFC 9309: group of our name or `*`, longest match, allow wins a tie. */
export function readRules(origin: string, bytes: Buffer, name = robotsName): Rules {
  const parser = robotsParser(`${origin}/robots.txt`, normalise(bytes));
  const delay = Number(parser.getCrawlDelay(name));
  return {
    allows: (url) => parser.isAllowed(new URL(url).href, name) ?? true,
    crawlDelay: Number.isFinite(delay) && delay > 0 ? Math.min(delay, longestDelay) : null,
  };
}

/** A User-agent line counts up to its first space: `Lectern and friends` is `Lectern`. */
function normalise(bytes: Buffer): string {
  const whole = bytes.length <= largestRobots;
  const text = bytes.subarray(0, largestRobots).toString('utf8');
  const kept = whole ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), 0));
  return kept.replace(/^([ \t]*user-agent[ \t]*:[ \t]*\S+)[^\r\n]*/gim, '$1');
}
