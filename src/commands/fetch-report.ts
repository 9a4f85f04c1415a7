import type { Failure } from '../capture/fetch/codes.ts';
import type { SourceReport } from '../capture/fetch/fetch-source.ts';
import type { Visit } from '../capture/fetch/visit.ts';
import { type ExitCode, exitCodes, type Progress, type Terminal } from './command.ts';

/** Tells a fetch as it goes and sums it up. */
export interface FetchTalk {
  listing(url: string, failure: Failure): void;
  plan(pages: number): void;
  visit(url: string, visit: Visit, isNews: boolean): void;
  /** Prints the report; the exit code that it means. */
  sum(reports: SourceReport[]): ExitCode;
}

/** A fetch told in lines and a bar; with `json` the report is one JSON object on standard output. */
export function tellFetch(terminal: Terminal, json: boolean): FetchTalk {
  let bar: Progress | null = null;
  let planned = 0;
  const tellFailure = (url: string, { code, reason }: Failure) =>
    terminal.say(`${url}: ${code} ${reason}`);
  return {
    listing: tellFailure,
    plan(pages) {
      planned += pages;
      if (pages === 0) return;
      bar?.finish();
      bar = terminal.progress('fetching', planned);
    },
    visit(url, visit, isNews) {
      bar?.advance();
      if (!isNews) return;
      if (visit.kind === 'failed') tellFailure(url, visit.failure);
      else if (visit.kind !== 'unchanged') terminal.say(`${url}: ${visit.kind}`);
    },
    sum(reports) {
      bar?.finish();
      if (json) terminal.print(JSON.stringify({ sources: reports }));
      else for (const report of reports) terminal.print(lineOf(report));
      const failed = reports.some((report) => report.failed.length > 0);
      return failed ? exitCodes.problems : exitCodes.done;
    },
  };
}

const counted = ['new', 'changed', 'unchanged', 'gone', 'failed'] as const;

function lineOf(report: SourceReport): string {
  const counts = counted.map((kind) => [report[kind].length, kind] as const);
  const told = counts.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`);
  if (report.wanted > 0) told.push(`${report.wanted} still wanted`);
  return `${report.source}: ${told.join(', ') || 'nothing new'}`;
}
