import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import type { VFile } from 'vfile';
import type { Document } from '../model/document.ts';
import type { Profile } from '../model/profile.ts';
import { densestElement } from './densest-element.ts';
import { lineCounter } from './lines.ts';
import type { Page } from './page.ts';
import { depthLimit, letters, walk } from './walk.ts';

/**
 * Read title, body blocks and named values of an HTML page.
 *
 * htmlparser2 in place of parse5: 4 times the pages a CPU second (257 against 62, 2026-11), and the
 * two give the same words on all pages of the corpus. Fails on more than 1,000 nested elements.
 */
export function readHtml(page: Page, profile: Profile, file: VFile): Document {
  if (page.text.length > large && tagsLeftOpen(page.text) > tagsMost) failTooDeep(file);
  const $ = load(page.text, {
    xml: { xmlMode: false, decodeEntities: true, withStartIndices: true },
  });
  const place = lineCounter(page.text);
  const visible = letters($.root()[0]?.children ?? []);
  if (visible === null) failTooDeep(file);
  const first = finder($, profile);
  const body = bodyOf($, first, profile, file);
  const dropped = new Map<Element, string>();
  for (const rule of profile.drop)
    for (const element of $<Element, string>(rule.selector)) dropped.set(element, rule.id);
  const found = walk(body.toArray(), { dropped, place, url: page.url });
  return {
    url: page.url,
    title: titleOf(first, profile),
    publisher: null,
    ...found,
    meta: metaOf(first, profile),
    coverage: { body: letters(body.toArray()) ?? 0, page: visible ?? 0 },
  };
}

/** Pages of more characters are looked at before parsing: htmlparser2 takes the square of the depth. */
const large = 200_000;
const tagsMost = 20_000;

/** How many more tags open than close, elements that never close aside. */
function tagsLeftOpen(text: string): number {
  const opened =
    text.match(/<(?!br|hr|img|input|link|meta|p\b|li\b|td\b|tr\b)[a-z]/gi)?.length ?? 0;
  return opened - (text.match(/<\/[a-z]/gi)?.length ?? 0);
}

function failTooDeep(file: VFile): never {
  file.fail(`Cannot read without a limit of ${depthLimit} nested elements: this page goes deeper`, {
    ruleId: 'too-deep',
    source: 'read',
  });
}

/** All elements that a selector finds. */
type Find = (selector: string) => Cheerio<Element>;

/** One walk over the page for all selectors of a profile: a walk each took a fifth of the time of reading. */
function finder($: CheerioAPI, { title, body, dates }: Profile): Find {
  const selectors = [
    metas,
    ...title,
    ...titles,
    ...body,
    ...dates.flatMap(({ selector }) => selector ?? []),
  ];
  const all = $<Element, string>(selectors.join(','));
  return (selector) => all.filter(selector);
}
const titles = ['h1', 'title'];
const metas = 'meta[content]';

function bodyOf($: CheerioAPI, find: Find, { body }: Profile, file: VFile): Cheerio<Element> {
  for (const selector of body) {
    const found = find(selector).filter((_, element) => $(element).text().trim() !== '');
    if (found.length > 0) return found.filter((_, element) => !$(element).parents().is(found));
  }
  file.message(
    `Expected a body at \`${body.join(', ')}\`, got none; read the element with most of the text instead`,
    { ruleId: 'body-guessed', source: 'read', place: { line: 1, column: 1 } },
  );
  return densestElement($);
}

function titleOf(find: Find, { title }: Profile): string {
  for (const selector of [...title, ...titles]) {
    const element = find(selector).first();
    const text = (element.attr('content') ?? element.text())
      .replace(/<br\s*\/?>/gi, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '') return text;
  }
  return '';
}

/** The head's named values, and under each selector of a date rule what stands there. */
function metaOf(find: Find, { dates }: Profile): Record<string, string> {
  const meta: Record<string, string> = {};
  for (const { selector } of dates) {
    if (selector === undefined) continue;
    const element = find(selector).first();
    meta[selector] = element.attr('content') ?? element.attr('datetime') ?? element.text().trim();
  }
  for (const { attribs } of find(metas)) {
    const name = attribs.name ?? attribs.property;
    if (name !== undefined && !Object.hasOwn(meta, name)) meta[name] = attribs.content ?? '';
  }
  return meta;
}
