import type { Exchange, Transcript, Turn } from './transcript.ts';

/** A paragraph or a note with what its place says of it. */
export interface Passage {
  kind: Turn['kind'] | 'note';
  /** Who has the turn that it opens, as printed; null inside a turn and where nothing is printed. */
  label: string | null;
  value: string;
}

/** Every paragraph and note of turns and what stands between them, in reading order. */
export function passagesOf(
  children: Exclude<Transcript['children'][number], Exchange>[],
): Passage[] {
  return children.flatMap((child): Passage[] => {
    if (child.type === 'note') return [{ kind: 'note', label: null, value: child.value }];
    return child.children.map(({ type, value }, at) => ({
      kind: type === 'note' ? 'note' : child.kind,
      label: at === 0 ? child.label : null,
      value,
    }));
  });
}
