import type { Transcript, Version } from './transcript.ts';

/** The version whose words a transcript shows: that of the latest capture, which need not be the newest wording. */
export function shownVersion({ versions, captures }: Transcript): Version | undefined {
  const latest = captures.at(-1)?.sha256 ?? '';
  return versions.find((version) => version.captures.includes(latest)) ?? versions.at(-1);
}
