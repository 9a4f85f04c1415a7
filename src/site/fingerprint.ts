import type { Catalogue } from './catalogue.ts';
import { digestOf } from './digest.ts';
import { hasFeeds } from './feed-writer.ts';
import { PageParts } from './page-parts.ts';

/** Site path → digest of all that the page is made from. */
export type Fingerprints = Map<string, string>;

/**
 * What every page is made from, as digests: two builds that give a page the same fingerprint give
 * it the same bytes. `engine` stands for the code and assets that make all pages.
 *
 * What every day changes stands on few pages: home, indexes, sources and search are one digest of all.
 */
export function fingerprintsOf(catalogue: Catalogue, engine: string): Fingerprints {
  const { archive } = catalogue;
  const common = digestOf(
    engine,
    archive.site,
    archive.styles,
    hasFeeds(catalogue),
    catalogue.docs.length > 0,
    catalogue.calendars.length > 0,
  );
  const prints: Fingerprints = new Map();
  const parts = new PageParts(catalogue);
  const put = (path: string, ...madeFrom: unknown[]): void => {
    prints.set(path, digestOf(common, ...madeFrom));
  };
  for (const it of catalogue.exchanges) put(it.path, ...parts.exchangePage(it));
  for (const it of catalogue.transcripts) put(it.path, ...parts.transcriptPage(it));
  for (const it of catalogue.leaves) put(it.path, ...parts.leaf(it));
  for (const it of catalogue.unplaced) put(it.path, ...parts.leafOf(it));
  for (const it of catalogue.months) put(it.path, ...parts.month(it));
  for (const it of catalogue.years) put(it.path, ...parts.year(it));
  for (const it of catalogue.calendars) put(it.path, ...parts.calendar(it));
  for (const it of catalogue.sources) put(it.path, ...parts.source(it));
  for (const it of catalogue.changed) put(it.path, ...parts.changed(it));
  for (const it of catalogue.changes.compared) put(it.path, ...parts.compared(it));
  for (const it of catalogue.gone) put(it.path, ...parts.gone(it));
  for (const it of catalogue.editions) put(it.path, ...parts.editions(it));
  for (const it of catalogue.editionLists) put(it.path, ...parts.editionList(it));
  for (const it of catalogue.readings) put(it.path, ...parts.reading(it));
  for (const it of catalogue.pages) put(it.path, it);
  for (const it of catalogue.docs) put(it.path, it);
  put('/404.html');
  put('/data/', catalogue.pack);
  const all = digestOf(
    [...prints],
    [...archive.sources.values()],
    catalogue.views.map(({ id, kind, names }) => [kind, id, names]),
  );
  for (const path of ['/', '/years/', '/sources/', '/search/']) put(path, all);
  for (const { path } of catalogue.indexes) put(path, all);
  return prints;
}
