import type { Names } from '../../src/model/names.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { monthTopics } from '../../src/site/month-topics.ts';
import { say } from '../../src/site/say.ts';
import { viewAddress } from '../../src/site/sheets.ts';
import { bars } from './bars.ts';

/** The topics most asked about in a month, as shares with their usual ones; nothing where few ask. */
export function monthTopicBars(
  catalogue: Catalogue,
  here: Here,
  month: string,
  heading: Names,
  note: Names,
): Child {
  const lines = monthTopics(catalogue, month).map(({ view, share, usual }) => ({
    names: view.names,
    href: here.to(viewAddress(view)),
    count: share,
    shown: `${Math.round(100 * share)} %`,
    usual,
  }));
  if (lines.length === 0) return null;
  return html`<h2>${say(heading)}</h2>
<p class="quiet">${say(note)}</p>
${bars(lines, 0)}
`;
}
