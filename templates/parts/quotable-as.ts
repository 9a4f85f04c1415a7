import { shownVersion } from '../../src/model/shown-version.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import type { Here } from '../../src/site/here.ts';
import { type Html, html } from '../../src/site/html.ts';
import { versionDigits } from '../../src/site/quote.ts';

/**
 * What a link to words needs to know: the wording, and where the others are. Of an exchange, or of a
 * transcript for what was said outside of its exchanges.
 */
export function quotableAs(
  catalogue: Catalogue,
  here: Here,
  transcript: Transcript,
  exchange?: Exchange,
): Html {
  const version = html` data-version="${shownVersion(transcript)?.digest.slice(0, versionDigits)}"`;
  if (!catalogue.archive.versions.has(transcript.id)) return version;
  const { places } = catalogue.changes;
  const own = exchange && places.get(exchange.id);
  const changed = own ?? places.get(transcript.id) ?? '/changed/';
  const wordings = here.to(`/api/v1/wordings/${transcript.id}.json`);
  return html`${version} data-wordings="${wordings}" data-changed="${here.to(changed)}"`;
}
