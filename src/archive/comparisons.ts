import { compareVersions } from '../ledger/compare.ts';
import type { VersionChange } from '../model/change.ts';
import type { Versions, VersionText } from '../model/versions.ts';

/** A version, the one that was first seen before it, and what changed between them. */
export interface Comparison extends VersionChange {
  before: VersionText;
  after: VersionText;
}

/** Each version of a record beside the one before it, the newest first. */
export function comparisonsOf({ versions }: Versions): Comparison[] {
  return versions
    .flatMap((after, at) => {
      const before = versions[at - 1];
      return before ? [{ before, after, ...compareVersions(before.children, after.children) }] : [];
    })
    .reverse();
}
