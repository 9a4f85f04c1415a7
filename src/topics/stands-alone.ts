/** The share of its occurrences from which a neighbour belongs to the phrase: 加沙 before 地带. */
const nearlyAlways = 0.7;

const han = /\p{Script=Han}/u;

/**
 * Whether a Chinese phrase is a whole one in these texts: cut out of a longer name it has nearly
 * always the same character before or after it (boundary entropy, told by its commonest case).
 * Punctuation and the ends of a text are boundaries. Phrase and texts are comparable.
 */
export function standsAlone(phrase: string, texts: Iterable<string>): boolean {
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  let times = 0;
  for (const text of texts)
    for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
      times++;
      count(before, text.charAt(at - 1));
      count(after, text.charAt(at + phrase.length));
    }
  const most = Math.max(0, ...before.values(), ...after.values());
  return most < times * nearlyAlways;
}

function count(neighbours: Map<string, number>, character: string): void {
  if (han.test(character)) neighbours.set(character, (neighbours.get(character) ?? 0) + 1);
}
