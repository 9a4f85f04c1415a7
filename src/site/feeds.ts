import { type Feed, type FeedItem, feedFiles, opml } from '../export/feeds/feed.ts';
import { Seen } from '../export/seen.ts';
import type { Listed } from '../model/archive.ts';
import { recordPath } from '../model/paths.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Batch } from './batch.ts';
import type { Catalogue } from './catalogue.ts';
import { digestOf } from './digest.ts';
import { FeedWriter, hasFeeds } from './feed-writer.ts';
import type { Fingerprints } from './fingerprint.ts';
import { exchangesOf, viewAddress } from './sheets.ts';
import { strings } from './strings.ts';

export { feedPath, hasFeeds } from './feed-writer.ts';

/** How many briefings, and how many exchanges, a feed holds: more than any source publishes in a week. */
const limits = { transcripts: 20, exchanges: 30, changes: 50 };

/** A feed whose items are not written yet, and what tells whether they are as they were. */
interface Plan extends Omit<Feed, 'items'> {
  from: unknown[];
  items(): FeedItem[];
}

/** The files of every feed, none empty, and of the list of them for feed readers. */
export function* feedBatches(catalogue: Catalogue, prints: Fingerprints): Generator<Batch> {
  if (!hasFeeds(catalogue)) return;
  const { site, language } = catalogue;
  const address = (path: string) => catalogue.address(path) ?? path;
  const plans = [...plansOf(catalogue, prints)].filter(({ from }) => from.length > 0);
  const common = prints.get('/404.html');
  for (const { from, items, ...heading } of plans) {
    const path = decodeURIComponent(heading.path.slice(1));
    yield {
      paths: [`${path}.atom`, `${path}.json`],
      print: digestOf(common, heading, from),
      files: () => feedFiles({ ...heading, items: items() }, address),
    };
  }
  const list = 'feeds/all.opml';
  yield {
    paths: [list],
    print: digestOf(
      common,
      plans.map(({ title, path }) => [title, path]),
    ),
    files: () => [{ path: list, bytes: opml(site.title[language], plans, address) }],
  };
}

function* plansOf(catalogue: Catalogue, prints: Fingerprints): Generator<Plan> {
  const { language, site, views, sources, changes, archive } = catalogue;
  const writer = new FeedWriter(catalogue);
  const seen = new Seen(archive.ledger);
  const records = (page: string, name: string, all: Transcript[]): Plan => {
    const held = all.toReversed().slice(0, limits.transcripts);
    return {
      ...writer.heading(page, name),
      from: held.map((it) => [prints.get(recordPath(it.id)), seen.version(it)]),
      items: () => held.map((it) => writer.transcript(it)),
    };
  };
  const exchanges = (page: string, name: string, all: Listed[]): Plan => {
    const held = all.slice(0, limits.exchanges);
    return {
      ...writer.heading(page, name),
      from: held.map(({ exchange: { id }, transcript }) => [
        prints.get(recordPath(id)),
        seen.exchange(id, transcript),
      ]),
      items: () => held.map((it) => writer.exchange(it)),
    };
  };
  yield records('/', site.title[language], archive.transcripts);
  const changed = changes.all.slice(0, limits.changes).map((it) => writer.change(it));
  const heading = writer.heading('/changed/', strings.changes[language]);
  yield { ...heading, from: changed, items: () => changed };
  for (const { path, source, transcripts } of sources)
    yield records(path, source.names[language], transcripts);
  for (const view of views)
    if (view.kind !== 'years')
      yield exchanges(viewAddress(view), view.names[language], view.exchanges);
}

/** When a page's words last became known as they are: for sitemaps; null where the ledger does not tell. */
export function lastSeen(catalogue: Catalogue): (path: string) => string | null {
  const seen = new Seen(catalogue.archive.ledger);
  const known = new Map<string, string | null>();
  for (const transcript of catalogue.archive.transcripts) {
    known.set(recordPath(transcript.id), seen.version(transcript));
    for (const { id } of exchangesOf(transcript))
      known.set(recordPath(id), seen.exchange(id, transcript));
  }
  return (path) => known.get(path) ?? null;
}
