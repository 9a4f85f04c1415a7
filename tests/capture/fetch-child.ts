import { openClock } from '../../src/capture/fetch/clock.ts';
import { fetchSources } from '../../src/capture/fetch/fetch-sources.ts';
import { limits, openNetwork } from '../../src/capture/fetch/network.ts';
import { exitCodes } from '../../src/commands/command.ts';
import { withLock } from '../../src/commands/with-lock.ts';
import { officeSource } from './office-source.ts';
import { quickClock } from './quick-clock.ts';

/**
 * A process that fetches a made-up press office, to be killed: `content`, `origin` and, for a run whose
 * waits pass at once, the seconds of silence after which it takes a server for dead.
 */
const [content = '', origin = '', silence] = process.argv.slice(2);
const { signal } = new AbortController();
const now = () => new Date();
const quick = silence !== undefined;
const clock = quick ? quickClock().clock : openClock(now, signal);
const dead = Number(silence);

process.exitCode = await withLock(
  {
    content,
    output: '',
    now,
    signal,
    terminal: {
      print: console.log,
      say: console.error,
      stream: async () => {},
      progress: () => ({ advance() {}, finish() {} }),
    },
  },
  async (lost) => {
    const reports = await fetchSources([officeSource({ origin })], {
      content,
      transport: openNetwork({
        allowLoopback: true,
        now: () => clock.now(),
        ...(quick && { limits: { ...limits, total: 2 * dead, silence: dead } }),
      }),
      clock,
      random: Math.random,
      userAgent: 'Lectern/test (+mailto:archive@caldmere.example)',
      delay: 0,
      anyPort: true,
      refresh: false,
      signal: lost,
      onPlan() {},
      onVisit() {},
    });
    console.log(JSON.stringify(reports[0]));
    return exitCodes.done;
  },
);
