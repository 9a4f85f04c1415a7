import type { Place } from '../model/change.ts';
import type { Transcript, Turn } from '../model/transcript.ts';

/** A sentence, a label or a note, with its place. */
export interface Sentence extends Place {
  text: string;
}

type Child = Transcript['children'][number];

/** All words of a stretch of a transcript, sentence by sentence in reading order; labels and notes are one each. */
export function sentencesIn(children: Exclude<Child, { type: 'exchange' }>[]): Sentence[] {
  let paragraph = 0;
  return children.flatMap((child, turn): Sentence[] => {
    if (child.type === 'note') {
      return [{ role: 'note', turn, paragraph: paragraph++, text: child.value }];
    }
    const label: Sentence[] =
      child.label === null
        ? []
        : [{ role: 'label', turn, paragraph: paragraph++, text: child.label }];
    return [...label, ...child.children.flatMap((it) => said(it, child.kind, turn, paragraph++))];
  });
}

function said(
  { type, value }: Turn['children'][number],
  kind: Turn['kind'],
  turn: number,
  paragraph: number,
): Sentence[] {
  if (type === 'note') return [{ role: 'note', turn, paragraph, text: value }];
  return cutSentences(value).map((text) => ({ role: kind, turn, paragraph, text }));
}

/** Cut after the marks that end a sentence and what closes it, and after lines; `1.5` is no end. */
export const cutSentences = (text: string): string[] => text.split(ends).filter((it) => it !== '');

const ends = /(?<=[。！？\n][”’"'）)》]*)(?![”’"'）)》])|(?<=[.!?][”’"')]*\s)(?=\S)/u;
