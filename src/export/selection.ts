import type { Portion } from '../model/archive.ts';

/** What an export is narrowed to; a missing field narrows nothing. */
export interface Wanted {
  /** A day: transcripts of it and of later days. */
  since?: string | undefined;
  source?: string | undefined;
  /** A topic: of each transcript the exchanges that are listed under it, and nothing else. */
  topic?: string | undefined;
}

/** What is wanted of a portion. */
export function selection(portion: Portion, { since = '', source, topic }: Wanted): Portion {
  const listed = (exchange: string): boolean =>
    portion.placements.get(exchange)?.some((placement) => placement.topic === topic) ?? false;
  const transcripts = portion.transcripts
    .filter((it) => it.date >= since && (source === undefined || it.source === source))
    .map((it) => {
      if (topic === undefined) return it;
      const children = it.children.filter((child) => child.type === 'exchange' && listed(child.id));
      return { ...it, children };
    });
  return {
    ...portion,
    transcripts: transcripts.filter(({ children }) => topic === undefined || children.length > 0),
  };
}
