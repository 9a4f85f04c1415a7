import type { Clock } from '../../src/capture/fetch/clock.ts';

/** A clock whose waits pass at once and are noted: seconds asked for, in order. */
export function quickClock(start = '2031-05-31T18:00:00Z') {
  let passed = 0;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => new Date(Date.parse(start) + passed * 1000),
    seconds: () => passed,
    async wait(seconds) {
      waits.push(seconds);
      passed += seconds;
    },
  };
  return { clock, waits };
}
