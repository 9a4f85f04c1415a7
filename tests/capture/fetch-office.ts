import { mkdir } from 'node:fs/promises';
import { type Clock, openClock } from '../../src/capture/fetch/clock.ts';
import { fetchSources } from '../../src/capture/fetch/fetch-sources.ts';
import { limits, openNetwork } from '../../src/capture/fetch/network.ts';
import { type ExitCode, exitCodes } from '../../src/commands/command.ts';
import { withLock } from '../../src/commands/with-lock.ts';
import { officeSource } from './office-source.ts';
import { quickClock } from './quick-clock.ts';

/**
 * A run over a made-up press office with lock and sweep, as the command does it. With `dead`, the
 * seconds of silence after which a server is given up, waits pass at once; without it none is needed.
 */
export async function fetchOffice(
  content: string,
  origin: string,
  dead?: number,
): Promise<ExitCode> {
  await mkdir(content, { recursive: true });
  const { signal } = new AbortController();
  const clock: Clock =
    dead === undefined ? openClock(() => new Date(), signal) : quickClock().clock;
  const context = {
    content,
    output: '',
    now: () => new Date(),
    signal,
    terminal: {
      print() {},
      say() {},
      stream: async () => {},
      progress: () => ({ advance() {}, finish() {} }),
    },
  };
  return withLock(context, async ({ signal: lost }) => {
    const [report] = await fetchSources([officeSource({ origin })], {
      content,
      transport: openNetwork({
        allowLoopback: true,
        now: () => clock.now(),
        ...(dead !== undefined && { limits: { ...limits, total: 2 * dead, silence: dead } }),
      }),
      clock,
      random: Math.random,
      userAgent: 'Lectern/test (+mailto:archive@caldmere.example)',
      delay: 0,
      anyPort: true,
      refresh: false,
      signal: lost,
      onListing() {},
      onPlan() {},
      onVisit() {},
    });
    return report?.wanted === 0 && report.failed.length === 0 ? exitCodes.done : exitCodes.problems;
  });
}
