import type { Transcript } from '../model/transcript.ts';

/** Digest of the wording that the pages show: that of the latest capture, which need not be the newest wording. */
export function shownDigest({ versions, captures }: Transcript): string {
  const latest = captures[captures.length - 1]?.sha256 ?? '';
  const shown = versions.find((version) => version.captures.includes(latest));
  return (shown ?? versions[versions.length - 1])?.digest ?? '';
}
