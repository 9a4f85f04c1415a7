import { kindOf, kinds } from './characters.ts';
import type { Fold } from './fold.ts';
import type { PhraseQuery } from './query.ts';
import type { UnitTurn } from './unit.ts';

/** A run of characters in a stored text, by UTF-16 offsets. */
export interface MarkedSpan {
  start: number;
  end: number;
}

/** Where phrases stand in a turn's stored text; in order, overlapping ones joined. */
export function markedSpans(
  text: string,
  side: UnitTurn['side'],
  phrases: PhraseQuery[],
  fold: Fold,
): MarkedSpan[] {
  const { text: folded, starts, ends } = fold.mapped(text);
  const spans = phrases
    .filter((phrase) => phrase.side === 'both' || phrase.side === side)
    .flatMap((phrase) =>
      placesIn(folded, phrase).map(({ start, end }) => ({
        start: starts[start] ?? 0,
        end: ends[end - 1] ?? 0,
      })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: MarkedSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

/** Every place of a phrase in a folded text: the index's meaning of a phrase, by reading. */
export function placesIn(folded: string, { words, prefix }: PhraseQuery): MarkedSpan[] {
  const places: MarkedSpan[] = [];
  for (let start = folded.indexOf(words); start >= 0; start = folded.indexOf(words, start + 1)) {
    let end = start + words.length;
    if (prefix) while (wordAt(folded, end)) end++;
    if (wordAt(folded, start) && wordAt(folded, start - 1)) continue;
    if (wordAt(folded, end) && wordAt(folded, end - 1)) continue;
    places.push({ start, end });
  }
  return places;
}

/** Whether a letter or digit of a word stands at an offset, or ends there. */
function wordAt(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  const back = unit >= 0xdc00 && unit < 0xe000 ? 1 : 0;
  return kindOf(text.codePointAt(offset - back) ?? 10) === kinds.word;
}
