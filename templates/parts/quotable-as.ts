import type { Listed } from '../../src/model/archive.ts';
import { shownVersion } from '../../src/model/shown-version.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import type { Here } from '../../src/site/here.ts';
import { type Html, html } from '../../src/site/html.ts';
import { versionDigits } from '../../src/site/quote.ts';

/** What a link to words of an exchange needs to know: the wording, and where the others are. */
export function quotableAs(
  catalogue: Catalogue,
  here: Here,
  { exchange, transcript }: Listed,
): Html {
  const version = html` data-version="${shownVersion(transcript)?.digest.slice(0, versionDigits)}"`;
  if (!catalogue.archive.versions.has(transcript.id)) return version;
  const { places } = catalogue.changes;
  const changed = places.get(exchange.id) ?? places.get(transcript.id) ?? '/changed/';
  const wordings = here.to(`/api/v1/wordings/${transcript.id}.json`);
  return html`${version} data-wordings="${wordings}" data-changed="${here.to(changed)}"`;
}
