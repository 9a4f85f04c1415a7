import type { Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** The version that is shown, and the way to what differs where more than one was seen. */
export function versionBadge(
  catalogue: Catalogue,
  here: Here,
  { id, versions }: Transcript,
): Child {
  const path = catalogue.changedAt.get(id);
  const said =
    path === undefined
      ? say(strings.oneWording)
      : html`<a class="more" href="${here.to(path)}">${say(strings.changedAfter)}</a>`;
  return html`<b class="badge">${versions.at(-1)?.id}</b>${said}`;
}
