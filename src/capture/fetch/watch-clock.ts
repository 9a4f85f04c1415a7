import { isFuture } from '../future.ts';
import { failure } from './codes.ts';
import { fieldOf, type Received, type Transport } from './transport.ts';

const day = 24 * 3600 * 1000;

/**
 * A transport that takes no answer whose date cannot be right: one of a server whose clock is more than a
 * day off this machine's, for one of the two is wrong, and one of a replayed WARC that is still to come.
 * A capture with a wrong date would be today's words for years.
 */
export function watchClock(transport: Transport, now: () => Date): Transport {
  return async (request) => {
    const answer = await transport(request);
    if ('code' in answer) return answer;
    const { recorded, how } = answer;
    if (isFuture(recorded, now()))
      return failure('E_CLOCK', `Expected a date before now, got \`${recorded}\``);
    const told = how === 'fetched' ? timeOf(answer) : null;
    if (told === null || Math.abs(Date.parse(recorded) - told) <= day) return answer;
    const server = new Date(told).toISOString();
    return failure(
      'E_CLOCK',
      `Cannot store a page while this machine's clock says ${recorded} and the server's ${server}: set this machine's clock`,
    );
  };
}

/** The server's time: `Date`, and how long a cache on the way has kept the answer; null if it tells none. */
function timeOf(answer: Received): number | null {
  const date = Date.parse(fieldOf(answer, 'date') ?? '');
  const age = /^\d{1,9}$/.exec(fieldOf(answer, 'age') ?? '');
  return Number.isNaN(date) ? null : date + Number(age?.[0] ?? 0) * 1000;
}
