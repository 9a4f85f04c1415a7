import { shownVersion } from '../../src/model/shown-version.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { instantNames } from '../../src/site/dates.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** The version that is shown, and the way to what differs where more than one was seen. */
export function versionBadge(
  catalogue: Catalogue,
  here: Here,
  transcript: Transcript,
  exchange?: Exchange,
): Child {
  const { id, versions } = transcript;
  const { places } = catalogue.changes;
  const path = (exchange && places.get(exchange.id)) ?? places.get(id);
  const same = exchange && !places.has(exchange.id);
  const words = same ? strings.sameInAll : strings.changedAfter;
  const said =
    versions.length === 1
      ? say(strings.oneWording)
      : html`<a class="more" href="${here.to(path ?? '/changed/')}">${say(words)}</a>`;
  return html`<b class="badge">${shownVersion(transcript)?.id}</b>${said}`;
}

/** The way to the archive's own page about changes, where it has one. */
export function aboutChanges(catalogue: Catalogue, here: Here): Child {
  const page = catalogue.pages.find(({ path }) => path === '/changes/');
  return page && html`<a href="${here.to(page.path)}">${say(strings.changesHow)}</a>`;
}

/** Where the page is gone from its site: since when that is known, and when it was last seen. */
export function vanishedNote({ vanished }: Transcript): Child {
  if (!vanished) return null;
  const since = say(strings.gonePage(instantNames(vanished.since), vanished.status));
  const last = vanished.last !== null && say(strings.lastThere(instantNames(vanished.last)));
  return html`<p class="absent">${since}${last}</p>\n`;
}
