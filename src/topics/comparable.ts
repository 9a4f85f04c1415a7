import { Converter } from 'opencc-js/t2cn';

const simplified = Converter({ from: 't', to: 'cn' });
const known = new Map<string, string>();

function plain(character: string): string {
  const folded = simplified(character.normalize('NFKC')).toLowerCase().replace(/[‘’]/gu, "'");
  known.set(character, folded);
  return folded;
}

/**
 * The form in which topics compare words: NFKC, lower case, traditional characters simplified one
 * by one without a look at their neighbours, straight apostrophes.
 */
export function comparable(text: string): string {
  let folded = '';
  for (const character of text) folded += known.get(character) ?? plain(character);
  return folded;
}
