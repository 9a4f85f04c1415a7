import { type AnyNode, type Element, isTag, type Document as Root } from 'domhandler';
import type { VFile } from 'vfile';
import type { Block, Document } from '../model/document.ts';
import { densestElement } from './densest-element.ts';
import { domOf } from './dom.ts';
import { lineCounter } from './lines.ts';
import type { Page } from './page.ts';
import type { Rules } from './rules.ts';
import { Survey } from './survey.ts';
import { visibleLetters, visibleText } from './visible.ts';
import { walk } from './walk.ts';

type Profile = Rules['profile'];

/** Read title, body blocks and named values of an HTML page; fails on a page of too many or too deep elements. */
export function readHtml(page: Page, { profile, selectors }: Rules, file: VFile): Document {
  const { root, elements, visible } = domOf(page.text, file);
  const survey = new Survey(elements, selectors);
  const body = bodyOf(root, survey, profile, file);
  const dropped = new Map<Element, string>();
  for (const rule of profile.drop)
    for (const element of survey.all(rule.selector)) dropped.set(element, rule.id);
  const place = lineCounter(page.text);
  const found = walk(body, { dropped, place, url: page.url });
  const title = titleOf(survey, profile);
  return {
    url: page.url,
    title: title.text,
    titleAt: place(title.offset),
    publisher: null,
    ...found,
    lead: leadOf(root, body, survey, page.url, place),
    meta: metaOf(survey, profile),
    coverage: { body: visibleLetters(body), page: visible },
  };
}

/** Lines before the body that a date or a name is looked for in: further up stands the site's menu. */
const leadLines = 12;

/** What the head calls the page, and the last lines before its body; walked once, when first asked. */
function leadOf(
  root: Root,
  body: AnyNode[],
  survey: Survey,
  url: string,
  place: (offset: number) => Block['place'],
): () => Block[] {
  let known: Block[] | undefined;
  return () => {
    if (known) return known;
    const start = place(body[0]?.startIndex ?? 0);
    const inBody = new Map(body.filter(isTag).map((element) => [element, 'body']));
    const { blocks } = walk(root.children, { dropped: inBody, place, url });
    const before = blocks.filter(
      ({ place: { line, column } }) =>
        line < start.line || (line === start.line && column < start.column),
    );
    const head = survey.first('title');
    const text = head ? wordsOf(head) : '';
    const named: Block = { text, place: start, inlines: [], kind: 'heading' };
    known = [named, ...before.slice(-leadLines)];
    return known;
  };
}

function bodyOf(root: Root, survey: Survey, { body }: Profile, file: VFile): AnyNode[] {
  for (const selector of body) {
    const found = survey.all(selector).filter((element) => wordsOf(element) !== '');
    if (found.length > 0) return outermost(found);
  }
  const guessed = densestElement(root);
  file.message(
    `Expected a body at \`${body.join(', ')}\`, got none; read the element with most of the text instead`,
    {
      ruleId: 'body-guessed',
      source: 'read',
      place: lineCounter(String(file.value))(guessed[0]?.startIndex ?? 0),
    },
  );
  return guessed;
}

/** Those of some elements, in reading order, that stand in no other of them. */
function outermost(elements: Element[]): Element[] {
  const all = new Set<AnyNode>(elements);
  const isInside = ({ parent }: AnyNode): boolean =>
    parent !== null && (all.has(parent) || isInside(parent));
  return elements.filter((element) => !isInside(element));
}

function titleOf(survey: Survey, { title }: Profile): { text: string; offset: number } {
  for (const selector of [...title, 'h1', 'title']) {
    const element = survey.first(selector);
    if (!element) continue;
    const text = (element.attribs.content ?? wordsOf(element))
      .replace(/<br\s*\/?>/gi, '')
      .replace(/[ \t\r\n\f\u00a0]+/g, ' ')
      .trim();
    if (text !== '') return { text, offset: element.startIndex ?? 0 };
  }
  return { text: '', offset: 0 };
}

/**
 * The head's named values, and under each selector of a date rule what stands there; those that are
 * asked otherwise are looked up when they are, for each costs as much as a tenth of the attribution.
 */
function metaOf(survey: Survey, { dates }: Profile): Record<string, string> {
  const meta: Record<string, string> = {};
  for (const { selector, otherwise } of dates) {
    if (selector === undefined) continue;
    const get = () => valueAt(survey.first(selector));
    if (otherwise) Object.defineProperty(meta, selector, { get, configurable: true });
    else meta[selector] = get();
  }
  for (const { attribs } of survey.all('meta[content]')) {
    const name = attribs.name ?? attribs.property;
    if (name !== undefined && !Object.hasOwn(meta, name)) meta[name] = attribs.content ?? '';
  }
  return meta;
}

const valueAt = (element: Element | undefined): string =>
  element ? (element.attribs.content ?? element.attribs.datetime ?? wordsOf(element)) : '';

const wordsOf = ({ children }: Element): string => visibleText(children).trim();
