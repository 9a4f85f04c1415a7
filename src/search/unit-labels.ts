import type { Archive } from '../model/archive.ts';
import type { Transcript, Turn } from '../model/transcript.ts';
import { type Facet, facetKinds } from './directory.ts';
import type { IdsFile } from './names.ts';

/** Who asked, who answered and what about, of one unit: what facets count and labels narrow by. */
export type UnitLabels = Record<Facet, string[]>;

/**
 * Labels the units of a transcript, in the order of `unitsIn`.
 * A speaker is a person's id where content/people.yaml knows the name, else the name as printed.
 */
export function labeller(archive: Archive): (transcript: Transcript) => UnitLabels[] {
  const people = new Map<string, string>();
  for (const { id, names, aliases } of archive.people.values()) {
    for (const name of [...Object.values(names), ...aliases]) people.set(name, id);
  }
  const labelled = (turns: Turn[], unit?: string): UnitLabels => ({
    outlet: distinct(turns.map(({ outlet }) => outlet)),
    speaker: distinct(
      turns.map(({ kind, speaker }) =>
        kind === 'question' || speaker === null ? null : (people.get(speaker) ?? speaker),
      ),
    ),
    topic: distinct((archive.placements.get(unit ?? '') ?? []).map(({ topic }) => topic)),
  });
  return ({ children }) =>
    children.flatMap((child) => {
      if (child.type === 'exchange') {
        return labelled(
          child.children.filter((turn) => turn.type === 'turn'),
          child.id,
        );
      }
      return child.type === 'turn' && child.kind === 'statement' ? labelled([child]) : [];
    });
}

/** Every value of the labels and every source, in the order of first appearance. */
export function idsOf(transcripts: Transcript[], labels: UnitLabels[][]): IdsFile {
  const all = (kind: Facet): string[] =>
    distinct(labels.flatMap((units) => units.flatMap((unit) => unit[kind])));
  const [outlet = [], speaker = [], topic = []] = facetKinds.map(all);
  return { outlet, speaker, topic, source: distinct(transcripts.map(({ source }) => source)) };
}

function distinct(values: (string | null)[]): string[] {
  const known = values.filter((value) => value !== null);
  return known.length < 2 ? known : [...new Set(known)];
}
