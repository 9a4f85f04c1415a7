import type { Catalogue } from '../../src/site/catalogue.ts';
import { feedPath, hasFeeds } from '../../src/site/feeds.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** Links to the feeds of a page that has some; the home page's lead to the list of all feeds as well. */
export function feedLine(catalogue: Catalogue, here: Here, page: string): Child {
  if (!hasFeeds(catalogue)) return null;
  const path = feedPath(page);
  const all = page === '/' && html`<a href="${here.to('/feeds/all.opml')}">OPML</a>\n`;
  return html`<p class="facts follow">${say(strings.follow)} <a type="application/atom+xml" href="${here.to(`${path}.atom`)}">Atom</a>
<a type="application/feed+json" href="${here.to(`${path}.json`)}">JSON Feed</a>
${all}</p>
`;
}
