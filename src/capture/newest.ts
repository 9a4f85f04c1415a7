import { isFuture } from './future.ts';
import { type ListedCapture, listCaptures } from './list-captures.ts';

/** The capture of some sources that is dated latest, if that is still to come; or null. */
export async function newestInFuture(
  content: string,
  sources: Iterable<string>,
  now: Date,
): Promise<ListedCapture | null> {
  let newest: ListedCapture | null = null;
  for (const source of sources) {
    for (const capture of await listCaptures(content, source)) {
      if (!isFuture(capture.recorded, now)) continue;
      if (!newest || capture.recorded > newest.recorded) newest = capture;
    }
  }
  return newest;
}

/** What is wrong with a capture of the future, and what to do, in one sentence. */
export const futureSentence = ({ path, offset, recorded }: ListedCapture, now: Date): string =>
  `${path}:${offset} is dated ${recorded} and the clock says ${now.toISOString()}: set the clock, or put the date right by \`lectern import --redate\``;
