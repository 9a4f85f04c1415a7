import PQueue from 'p-queue';
import type { Clock } from './clock.ts';
import { type Failure, failure } from './codes.ts';
import { backOff, nextDelay, readRetryAfter } from './pace.ts';
import { fieldOf, type Received, type Request, type Transport } from './transport.ts';

/** One host, asked for one thing at a time and never faster than it likes. */
export interface Host {
  /** Runs a task alone on this host, in the order of the calls. */
  alone<T>(task: () => Promise<T>): Promise<T>;
  /**
   * Asks as soon as the pace allows, again after errors that may pass: three times in all. What
   * comes back is a 2xx, 3xx, 404 or 410 that `check` finds no fault with, or a failure.
   */
  ask(request: Request, check?: Check): Promise<Received | Failure>;
  /** Tells whether what came was a page: three in a row that were none, and the host is left alone. */
  note(good: boolean): void;
  /** Raises the least delay, in seconds. */
  slowDown(least: number): void;
  /** Why the host is left alone, or null. */
  left(): Failure | null;
}

/** What is wrong with an answer, or null. */
export type Check = (answer: Received) => Failure | null;

/** What a host's state machine is made of. */
export interface HostOptions {
  transport: Transport;
  clock: Clock;
  random(): number;
  signal: AbortSignal;
  /** Whether slow answers make the pace slower; not in rehearsals, which name their own delay. */
  adaptive: boolean;
  /** Told when a host asks to be left alone beyond this run. */
  onPause(until: Date): void;
}

const tries = 3;
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 522, 524]);
const usable = (status: number) =>
  (status >= 200 && status < 400) || status === 404 || status === 410;

/** Longest Retry-After that a run waits for, in seconds; a longer one ends the host's run. */
export const longestWait = 600;

const patience = 3;

/** Opens a host with nothing known of it. */
export function openHost(options: HostOptions): Host {
  const { transport, clock, random, signal, adaptive, onPause } = options;
  const queue = new PQueue({ concurrency: 1 });
  let least = 0;
  let delay = 0;
  let next = 0;
  let bad = 0;
  let left: Failure | null = null;

  async function once(request: Request): Promise<Received | Failure> {
    const early = next - clock.seconds();
    if (early > 0) await clock.wait(early);
    const started = clock.seconds();
    const answer = await transport(request).catch(failureToAsk);
    const good = 'status' in answer && answer.status === 200;
    delay = adaptive ? nextDelay(delay, least, clock.seconds() - started, good) : least;
    next = clock.seconds() + delay;
    return answer;
  }

  function leave(seconds: number): Failure {
    onPause(new Date(clock.now().getTime() + seconds * 1000));
    left = failure(
      'E_RETRY_AFTER',
      `Expected a wait of at most ${longestWait} s, got ${seconds} s`,
    );
    return left;
  }

  return {
    alone: (task) => queue.add(task),
    async ask(request, check = () => null) {
      for (let attempt = 1; ; attempt += 1) {
        if (left) return left;
        const answer = await once(request);
        const failed = failureOf(answer) ?? ('code' in answer ? null : check(answer));
        if (!failed) return answer;
        const asked = waitOf(answer, clock.now());
        if (asked !== null && asked > longestWait) return leave(asked);
        next = Math.max(next, clock.seconds() + (asked ?? backOff(attempt, random)));
        if (!failed.again || attempt === tries || signal.aborted) return failed;
      }
    },
    note(good) {
      bad = good ? 0 : bad + 1;
      if (bad < patience || left) return;
      left = failure('E_LEFT_ALONE', `Expected pages, got ${bad} answers in a row that were none`);
    },
    slowDown(seconds) {
      least = Math.max(least, seconds);
      delay = Math.max(delay, least);
    },
    left: () => left,
  };
}

/** Why nothing came, where no transport says so by itself; what the system says is not the host's. */
function failureToAsk(cause: unknown): Failure {
  if (!(cause instanceof Error) || 'syscall' in cause) throw cause;
  return failure('E_PROTOCOL', `Expected an answer, got none: ${cause.message}`);
}

function failureOf(answer: Received | Failure): Failure | null {
  if ('code' in answer) return answer;
  if (usable(answer.status)) return null;
  const { status } = answer;
  const failed = failure('E_STATUS', `Expected a page, got status ${status}`, passing.has(status));
  return { ...failed, status };
}

const waitOf = (answer: Received | Failure, now: Date): number | null =>
  'code' in answer ? null : readRetryAfter(fieldOf(answer, 'retry-after'), now);
