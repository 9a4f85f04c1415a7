import { setTimeout } from 'node:timers/promises';

/** Time as the scraper sees it, passed in so that tests can let hours pass at once. */
export interface Clock {
  now(): Date;
  /** Seconds since any fixed moment; never jumps when the machine's clock is set. */
  seconds(): number;
  /** Resolves after so many seconds, or as soon as the run is to stop. */
  wait(seconds: number): Promise<void>;
}

/** The machine's clock; waits end early when `signal` is aborted. */
export const openClock = (now: () => Date, signal: AbortSignal): Clock => ({
  now,
  seconds: () => performance.now() / 1000,
  wait: (seconds) => setTimeout(seconds * 1000, undefined, { signal }).catch(() => {}),
});
