/** Han, kana and full-width forms take two places of a line, everything else one. */
const wide = /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const ends = /[。！？；!?;.]/;
const pauses = /[，、：,:\s]/;

/** How many half-width places of a line a text takes. */
export function widthOf(text: string): number {
  let places = 0;
  for (const character of text) places += wide.test(character) ? 2 : 1;
  return places;
}

/**
 * The first words of a text, verbatim, at most `width` half-width places long and cut where a
 * sentence or a clause ends if one does in the last two fifths; `…` marks what is left out.
 */
export function cut(text: string, width: number): string {
  const characters: string[] = [];
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) return `${characters.slice(0, goodEnd(characters)).join('').trimEnd()}…`;
    characters.push(character);
  }
  return text;
}

function goodEnd(characters: string[]): number {
  const least = Math.floor(characters.length * 0.6);
  for (const kind of [ends, pauses]) {
    for (let end = characters.length; end > least; end -= 1) {
      const last = characters[end - 1] ?? '';
      // A full stop between digits or after a single letter ends nothing.
      if (kind.test(last) && !(last === '.' && /\S/.test(characters[end] ?? ' '))) {
        return kind === pauses ? end - 1 : end;
      }
    }
  }
  return characters.length;
}
