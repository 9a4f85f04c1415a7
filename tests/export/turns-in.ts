import type { Transcript } from '../../src/model/transcript.ts';

/** What a turn is in every form. */
export interface ToldTurn {
  kind: string;
  label: string | null;
  speaker: string | null;
  outlet: string | null;
  text: string;
}

/** The turns of a tree in reading order, read from it in another way than exports do. */
export function turnsIn({ children }: Transcript): ToldTurn[] {
  const nodes = children.flatMap((child) => (child.type === 'exchange' ? child.children : [child]));
  return nodes.flatMap((node) => {
    if (node.type !== 'turn') return [];
    const { kind, label, speaker, outlet } = node;
    const said = node.children.flatMap(({ type, value }) => (type === 'paragraph' ? [value] : []));
    return [{ kind, label, speaker, outlet, text: said.join('\n') }];
  });
}
