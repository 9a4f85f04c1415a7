import { widthOf } from './cut.ts';

/**
 * A text in lines of at most `width` half-width places, broken between words as its language does;
 * what needs more than `most` lines ends in `…`.
 */
export function linesOf(text: string, width: number, most: number): string[] {
  const lines: string[] = [''];
  for (const word of pieces(text, width)) {
    const line = lines.at(-1) ?? '';
    const fits = widthOf(line + word) <= width || /^[\p{P}\s]+$/u.test(word);
    if (fits) lines[lines.length - 1] = line + word;
    else lines.push(word);
  }
  const trimmed = lines.map((line) => line.trim()).filter(Boolean);
  if (trimmed.length <= most) return trimmed;
  const kept = trimmed.slice(0, most);
  return [...kept.slice(0, -1), `${kept.at(-1)?.replace(/\p{P}+$/u, '')}…`];
}

/** Words, spaces and marks, none wider than a line. */
function pieces(text: string, width: number): string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return [...words].flatMap(({ segment }) =>
    widthOf(segment) <= width ? [segment] : [...segment],
  );
}
