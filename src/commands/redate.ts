import path from 'node:path';
import { addDates, type DateLine } from '../capture/dates.ts';
import { listCaptures } from '../capture/list-captures.ts';
import { sourceOfWarc } from '../capture/list-warcs.ts';
import { groupBy } from '../ledger/group-by.ts';
import { type Context, type ExitCode, exitCodes } from './command.ts';

/** What a person says of the dates of captures. */
export interface Redating {
  /** WARCs as paths, each with `:OFFSET` if only one record of it is meant. */
  places: string[];
  /** When they were received or saved in truth. */
  date: string;
  reason: string;
}

/** Notes the right date of captures whose WARC-Date is wrong; the WARCs stay as they are. */
export async function redate(
  { places, date, reason }: Redating,
  { content, terminal }: Context,
): Promise<ExitCode> {
  const lines = places.map((place): DateLine => {
    const [, file = place, offset] = /^(.*\.warc\.gz)(?::(\d+))?$/.exec(place) ?? [];
    const warc = pathInContent(file, content);
    return { warc, offset: offset === undefined ? 'all' : Number(offset), recorded: date, reason };
  });
  const bySource = groupBy(lines, ({ warc }) => sourceOfWarc(warc));
  const unknown: string[] = [];
  for (const [source, list] of bySource) {
    const captures = await listCaptures(content, source);
    for (const { warc, offset } of list) {
      const isKnown = captures.some(
        (it) => it.path === warc && (offset === 'all' || it.offset === offset),
      );
      if (!isKnown) unknown.push(offset === 'all' ? warc : `${warc}:${offset}`);
    }
  }
  for (const place of unknown)
    terminal.say(`Expected a WARC of captures/ or a record in one, got \`${place}\``);
  if (unknown.length > 0) return exitCodes.wrongUse;
  for (const [source, list] of bySource) await addDates(content, source, list);
  for (const { warc, offset } of lines)
    terminal.print(`${offset === 'all' ? warc : `${warc}:${offset}`}: dated ${date}`);
  terminal.say('Run `lectern parse` to put the transcripts in order');
  return exitCodes.done;
}

/** `captures/…`, whether the path leads there from here or is given as messages print it. */
function pathInContent(file: string, content: string): string {
  if (file.startsWith('captures/')) return file;
  return path.relative(content, path.resolve(file)).replaceAll('\\', '/');
}
