import type { Transcript } from '../../src/model/transcript.ts';

/** Labels where the page repeats none, paragraphs and notes. */
export function wordsInOrder({ children }: Transcript): string[] {
  return children.flatMap((child) => {
    if (child.type === 'note') return [child.value];
    const turns = child.type === 'turn' ? [child] : child.children;
    let label: string | null = null;
    return turns.flatMap((it) => {
      if (it.type === 'note') return [it.value];
      const printed = it.label !== null && it.label !== label ? [it.label] : [];
      label = it.label;
      return [...printed, ...it.children.map(({ value }) => value)];
    });
  });
}
