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
  const speakerOf = ({ kind, speaker }: Turn): string | null =>
    kind === 'question' || speaker === null ? null : (people.get(speaker) ?? speaker);
  const labelled = (turns: Turn[], unit?: string): UnitLabels => ({
    outlet: distinct(turns, ({ outlet }) => outlet),
    speaker: distinct(turns, speakerOf),
    topic: distinct(archive.placements.get(unit ?? '') ?? [], ({ topic }) => topic),
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
  const ids = { outlet: new Set<string>(), speaker: new Set<string>(), topic: new Set<string>() };
  for (const unit of labels.flat()) {
    for (const kind of facetKinds) for (const id of unit[kind]) ids[kind].add(id);
  }
  const source = [...new Set(transcripts.map(({ source }) => source))];
  return { outlet: [...ids.outlet], speaker: [...ids.speaker], topic: [...ids.topic], source };
}

/** What some have of it, each once. A list and not a set: it has one or two, for each of 50,000 units. */
function distinct<From>(list: From[], of: (one: From) => string | null): string[] {
  const values: string[] = [];
  for (const one of list) {
    const value = of(one);
    if (value !== null && !values.includes(value)) values.push(value);
  }
  return values;
}
