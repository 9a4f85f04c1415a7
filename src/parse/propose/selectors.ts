import { type CheerioAPI, load } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';
import { metered } from '../../model/page-limits.ts';

/** Where the title and the words of a page seem to be. */
export interface Places {
  /** A selector that finds one element, or none where only `<title>` has a title. */
  title: string[];
  body: string[];
  /** What stands inside the body and frames every page of a site. */
  drop: { id: string; selector: string }[];
}

/** Elements that frame a page, by what sites commonly call them. */
const frames = [
  'header',
  'nav',
  'footer',
  'aside',
  '.header',
  '.footer',
  '.foot',
  '#footer',
  '.share',
];

/** A page as propose looks at it; throws `TooMuch` where it holds more than a page may. */
export function open(text: string): CheerioAPI {
  const tree = new DomHandler();
  new Parser(metered(tree)).end(text);
  return load(tree.root, { xml: { xmlMode: false } });
}

/** Selectors of title and body for one page: names that a site's other pages are likely to share. */
export function placesOf($: CheerioAPI): Places {
  const body = bodyOf($);
  const title = headingOf($);
  const within = body ? frames.filter((selector) => $(body).find(selector).length > 0) : [];
  return {
    title: title ? [selectorOf($, title)] : [],
    body: body ? [selectorOf($, body)] : ['body'],
    drop: within.length > 0 ? [{ id: 'page-frame', selector: within.join(', ') }] : [],
  };
}

/** A child that ends this share of its parent's sentences is where the record is. */
const share = 0.9;

/** The smallest element in which nearly all sentences of a page end: menus and footers end none. */
function bodyOf($: CheerioAPI): Element | undefined {
  let at = $<Element, string>('body')[0];
  while (at) {
    const all = endsBelow($, at);
    const child = at.children.filter(isTag).find((one) => endsBelow($, one) >= share * all);
    if (!child || all === 0 || child.name === 'p') return at;
    at = child;
  }
  return at;
}

const endsBelow = ($: CheerioAPI, element: Element): number =>
  $(element)
    .text()
    .match(/[。？！.?!](?=\s|$|[\p{Script=Han}”」])/gu)?.length ?? 0;

/** The element whose words are the page's title: the first h1, else the shortest that `<title>` begins with. */
function headingOf($: CheerioAPI): Element | undefined {
  const first = $('h1')
    .toArray()
    .find((element) => $(element).text().trim() !== '');
  if (first) return first;
  const whole = squeezed($('title').first().text());
  return $('body *')
    .toArray()
    .filter((element) => {
      const words = squeezed($(element).text());
      return words.length >= 8 && whole.startsWith(words);
    })
    .at(-1);
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A selector that finds this element alone: its id, its tag with a class, or the same below the
 * nearest ancestor that has a name. Ids and classes with a run of digits belong to one page.
 */
function selectorOf($: CheerioAPI, element: Element): string {
  for (const own of namesOf(element)) {
    if ($(own).length === 1) return own;
    for (const ancestor of $(element).parents().toArray()) {
      const within = namesOf(ancestor)
        .filter((name) => name !== ancestor.name)
        .map((name) => `${name} ${own}`)
        .find((path) => $(path).length === 1);
      if (within) return within;
    }
  }
  return element.name;
}

function namesOf({ name, attribs }: Element): string[] {
  const classes = (attribs.class ?? '').split(/\s+/).filter((one) => plain.test(one));
  return [
    ...(plain.test(attribs.id ?? '') ? [`#${attribs.id}`] : []),
    ...classes.map((one) => `${name}.${one}`),
    name,
  ];
}

const plain = /^[A-Za-z](?:[\w-](?!\d{3}))*$/;
