import type { View } from '../model/archive.ts';
import type { Catalogue } from './catalogue.ts';

/** A topic's share of a month's exchanges, and of all until the month's end. */
export interface MonthTopic {
  view: View;
  share: number;
  usual: number;
}

/** How many topics of a month are named. */
const most = 6;

/** The topics most asked about in a month; none where none of them has five exchanges. */
export function monthTopics(catalogue: Catalogue, month: string): MonthTopic[] {
  const [before, last] = [`${month}-00`, `${month}-31`];
  const { usual } = catalogue;
  const counted = catalogue
    .viewsOf('topics')
    .map((view) => ({ view, count: usual.count(view.id, last) - usual.count(view.id, before) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
  if ((counted[0]?.count ?? 0) < 5) return [];
  const all = usual.all(last) - usual.all(before);
  return counted.map(({ view, count }) => ({
    view,
    share: count / all,
    usual: usual.share(view.id, last),
  }));
}
