import type { Correction } from '../model/correction.ts';
import type { Transcript } from '../model/transcript.ts';

/**
 * Transcript id → the correction by which it was read, for those that a hand corrected.
 *
 * Without its blocks where something of the transcript is withheld: they begin with words of the page.
 */
export function correctionsOf(
  transcripts: Transcript[],
  written: Iterable<Correction>,
  withheld: ReadonlySet<string>,
): Map<string, Correction> {
  const byCapture = new Map(
    [...written].flatMap((one) => one.captures.map((sha256) => [`${sha256} ${one.url}`, one])),
  );
  const silent = new Set([...withheld].map((id) => id.split('/', 2).join('/')));
  return new Map(
    transcripts.flatMap(({ id, flags, captures }) => {
      if (!flags.includes('corrected-by-hand')) return [];
      const found = captures.flatMap(({ sha256, url }) => byCapture.get(`${sha256} ${url}`) ?? []);
      return found
        .slice(-1)
        .map((one) => [id, silent.has(id) ? { ...one, blocks: [] } : one] as const);
    }),
  );
}
