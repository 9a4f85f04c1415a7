import { recordPath } from '../../src/model/paths.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { type Here, outside } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import type { ExchangeSheet } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';

/** What a reader can do with an exchange: copy, cite, go to where it came from. */
export function uses(catalogue: Catalogue, here: Here, it: ExchangeSheet): Html {
  const { exchange, transcript } = it;
  const transcriptPath = here.to(recordPath(transcript.id));
  const source = outside(transcript.url);
  return html`<aside aria-labelledby="use">
<h2 id="use">${say(strings.use)}</h2>
<ul class="uses">
<li><button type="button" data-copy="link" hidden>${say(strings.copyLink)}</button></li>
<li><button type="button" data-copy="quotation" hidden>${say(strings.copyQuotation)}</button></li>
</ul>
<p class="vh" role="status" id="copied" data-said="${strings.copied[catalogue.language]}"></p>
<ul class="list">
<li><a href="#cite">${say(strings.cite)}</a></li>
<li><a href="${transcriptPath}#q${exchange.n}">${say(strings.readInTranscript)}</a></li>
${
  source &&
  html`<li><a href="${source}">${say(strings.sourcePage)}</a></li>
<li><a href="https://web.archive.org/web/${transcript.date.replaceAll('-', '')}/${source}">${say(strings.webArchive)}</a></li>\n`
}${reportLink(catalogue, exchange.id)}</ul>
</aside>`;
}

function reportLink({ site }: Catalogue, id: string): Child {
  if (site.contact === null) return null;
  const to = /^https?:/.test(site.contact)
    ? `${site.contact}${site.contact.includes('?') ? '&' : '?'}id=${encodeURIComponent(id)}`
    : `mailto:${site.contact.replace(/^mailto:/, '')}?subject=${encodeURIComponent(id)}`;
  return html`<li><a href="${to}">${say(strings.report)}</a></li>\n`;
}
