import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import { letters } from './walk.ts';

/** A child that holds this share of its parent's words is where the text is. */
const share = 0.7;

/** The smallest element that holds most of a page's words: where a body is when no selector finds it. */
export function densestElement($: CheerioAPI): Cheerio<Element> {
  let at = $<Element, string>('body, *').first();
  for (;;) {
    const element = at[0];
    if (!element) return at;
    const all = wordsBelow($, element);
    const child = element.children.filter(isTag).find((one) => wordsBelow($, one) >= share * all);
    if (!child || all === 0) return at;
    at = $(child);
  }
}

/** Letters outside links: navigation is links, a record is not. */
function wordsBelow($: CheerioAPI, element: Element): number {
  const linked = $(element).find('a').toArray();
  return (letters([element]) ?? 0) - (letters(linked) ?? 0);
}
