import type { Names } from '../../src/model/names.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { hasFeeds } from '../../src/site/feeds.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say, uiLanguages } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';
import { head } from './head.ts';

/** What a page tells its frame. */
export interface Framed {
  here: Here;
  title: Names;
  /** One or two sentences for those who link to the page; the words of a record stay as they are. */
  description: string;
  /** The part of the site that the page is in. */
  section?: (typeof sections)[number]['name'];
  /** What the printed page carries at its foot: id, capture, digest. */
  foot?: string;
  /** Scripts and style sheets beyond those of every page. */
  scripts?: string[];
  /** Pages that search for themselves have no second field in the masthead. */
  ownSearch?: boolean;
  /** Pages that no search engine should list. */
  unlisted?: boolean;
  /** Machine-readable forms of the page: media type and file name. */
  alternates?: [type: string, path: string][];
  /** Site path of the page's own address where it stands at two. */
  canonical?: string;
  article?: { published: string; image: string | undefined };
  /** Site path of a page that has feeds, where that is this one. */
  feed?: string;
  /** What reference managers and search engines read of the page's own thing. */
  metadata?: Child;
}

const sections = [
  { name: 'briefings', path: '/years/' },
  { name: 'topics', path: '/topics/' },
  { name: 'outlets', path: '/outlets/' },
  { name: 'speakers', path: '/speakers/' },
  { name: 'calendar', path: '/calendar/' },
  { name: 'changes', path: '/changed/' },
] as const;

/** An archive without a record has no calendar yet. */
const sectionsOf = ({ calendars }: Catalogue) =>
  sections.filter(({ name }) => name !== 'calendar' || calendars.length > 0);

/** A whole page around what `main` holds. */
export function frame(catalogue: Catalogue, framed: Framed, main: Html): string {
  const { here } = framed;
  return html`<!DOCTYPE html>
<html lang="${catalogue.language}"${framed.foot ? html` data-foot="${framed.foot}"` : null}>
${head(catalogue, framed)}
<body>
<a class="skip" href="#main">${say(strings.skip)}</a>
${masthead(catalogue, framed)}
<main id="main">
${main}
</main>
${foot(catalogue, here)}
</body>
</html>
`.text;
}

function masthead(catalogue: Catalogue, { here, section, ownSearch }: Framed): Html {
  const home = here.path === '/' ? html` aria-current="page"` : null;
  return html`<header class="masthead">
<a class="name" href="${here.to('/')}"${home}>${say(catalogue.site.title)}</a>
<nav aria-labelledby="nav"><span class="vh" id="nav">${say(strings.archive)}</span>
${sectionsOf(catalogue).map(
  ({ name, path }) =>
    html`<a href="${here.to(path)}"${name === section ? html` aria-current="page"` : null}>${say(strings[name])}</a>\n`,
)}</nav>
${ownSearch ? null : searchForm(here, strings.searchArchive)}
${languages(catalogue)}
</header>`;
}

/** The form that leads to the search page; without a script it still carries the words there. */
export function searchForm(here: Here, label: Names, big?: { value?: Child }): Html {
  return html`<form${big ? html` class="big"` : null} role="search" action="${here.to('/search/')}"><label class="vh" for="q">${say(label)}</label><input id="q" name="q" type="search" autocomplete="off"><button type="submit">${say(strings.search)}</button></form>`;
}

function languages({ language }: Catalogue): Html {
  const own = { 'zh-Hans': '中文', en: 'English' };
  return html`<fieldset class="languages"><legend class="vh">${say(strings.interfaceLanguage)}</legend>
${uiLanguages.map((each) => {
  const chosen = each === language ? html` checked` : null;
  return html`<label lang="${each}"><input class="vh" type="radio" name="ui" id="ui-${each}" value="${each}"${chosen}><span>${own[each]}</span></label>\n`;
})}</fieldset>`;
}

function foot(catalogue: Catalogue, here: Here): Html {
  return html`<footer class="foot">
<p>${say(strings.foot)}</p>
<nav aria-labelledby="foot"><span class="vh" id="foot">${say(strings.aboutArchive)}</span>
<a href="${here.to('/about/')}">${say(strings.about)}</a>
<a href="${here.to('/sources/')}">${say(strings.sources)}</a>
<a href="${here.to('/data/')}">${say(strings.dataTitle)}</a>
${
  catalogue.docs.length > 0 &&
  html`<a href="${here.to('/docs/')}">${say(strings.documentation)}</a>
`
}${
  hasFeeds(catalogue) &&
  html`<a href="${here.to('/feeds/site.atom')}">${say(strings.feed)}</a>
<a href="${here.to('/feeds/all.opml')}">OPML</a>
`
}<button type="button" class="plain" id="keys" hidden>${say(strings.keyboard)} <kbd>j k / c ?</kbd></button>
</nav>
</footer>`;
}
