/** What the work below takes on the machine that the limits of tests/full were measured on, left alone. */
const alone = 1;

/**
 * How many times longer than there the same work takes here and now, and at least 1: a limit in CPU
 * seconds is multiplied by it, because cores that others use too, or slower ones, are no fault of ours.
 */
export function pace(): number {
  const lines = Array.from({ length: 20_000 }, (_, n) => ({
    id: `a/${n}`,
    words: `第${n}问`.repeat(9),
  }));
  const before = process.cpuUsage();
  for (let round = 0; round < 25; round += 1) {
    const text = JSON.stringify(lines);
    JSON.parse(text.replace(/第\d+问/gu, String(round)));
  }
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1e6 / alone);
}
