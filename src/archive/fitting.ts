import type { Archive } from '../model/archive.ts';
import type { Problem } from '../model/problem.ts';
import type { Transcript } from '../model/transcript.ts';
import { shown } from './reasons.ts';
import { transcriptFile } from './transcripts.ts';

/** What in a transcript does not fit the names that the archive has, by its file. */
export function faultsOf(
  transcript: Transcript,
  { sources, outlets }: Pick<Archive, 'sources' | 'outlets'>,
): Problem[] {
  const problem = (reason: string): Problem => ({
    file: transcriptFile(transcript.id),
    line: 1,
    column: 1,
    reason: `${reason}; lectern parse ${transcript.source} writes it again`,
  });
  const source = sources.get(transcript.source);
  if (!source) return [problem(`Expected a source of sources/, got ${shown(transcript.source)}`)];
  const faults: Problem[] = [];
  if (source.institution !== transcript.institution) {
    const expected = `Expected the institution ${shown(source.institution)} of its source`;
    faults.push(problem(`${expected}, got ${shown(transcript.institution)}`));
  }
  for (const outlet of new Set(outletsOf(transcript))) {
    if (outlets.has(outlet)) continue;
    faults.push(problem(`Expected an outlet of outlets.yaml, got ${shown(outlet)}`));
  }
  return faults;
}

function outletsOf(transcript: Transcript): string[] {
  return transcript.children
    .flatMap((child) => (child.type === 'exchange' ? child.children : [child]))
    .flatMap((child) => (child.type === 'turn' && child.outlet !== null ? [child.outlet] : []));
}

/** Two exchanges at one address cannot both be shown; which of them is meant only the ledger knows. */
export function repeatsNumbers({ children }: Transcript): boolean {
  const ids = children.flatMap((child) => (child.type === 'exchange' ? [child.id] : []));
  return new Set(ids).size < ids.length;
}

/** The first problem of each reason, saying in how many more files the same is wrong. */
export function folded(problems: Problem[]): Problem[] {
  const times = new Map<string, Problem[]>();
  for (const problem of problems) {
    times.set(problem.reason, [...(times.get(problem.reason) ?? []), problem]);
  }
  return [...times.values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ?? [];
    return { ...first, reason: `${first.reason}; the same in ${more.length} more files` };
  });
}
