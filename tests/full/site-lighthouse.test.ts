import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { browserPath } from '../browser.ts';
import { kinds, kindsSite } from '../site/kinds.ts';
import { served } from '../site/served.ts';

/** Asked for by npx: its 185 MB would be most of what a newcomer installs. The last that runs on Node 20. */
const lighthouse = 'lighthouse@12.8.2';

/** The machine that Lighthouse's slowdown of 4 is made for: from 1,500 on, by its guide to throttling. */
const expected = { index: 1500, slowdown: 4 };

const report = z.object({
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.record(z.string(), z.object({ score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({ id: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
  ),
});

const { server } = await served(await kindsSite());

for (const kind of ['home', 'transcript', 'exchange', 'topic', 'search'] as const) {
  test(`Lighthouse gives the ${kind} page 98 or more in every category`, async (context) => {
    const { scores, lacks } = await bestOf(6, server.address + kinds[kind], (said) => {
      context.diagnostic(said);
    });
    assert.equal(Object.keys(scores).length, 4);
    for (const [name, score] of Object.entries(scores)) {
      assert.ok(score >= 98, `${name} ${score}: ${lacks}`);
    }
  });
}

interface Judgement {
  /** Of 100, by category. */
  scores: Record<string, number>;
  /** What could be better, as Lighthouse names it. */
  lacks: string;
  /** How many times slower than this machine, as it was just then, the phone is. */
  slowdown: number;
}

/**
 * The first that is good enough, or the last: what else runs on the machine makes a page look slow,
 * nothing makes it look fast. Each is slowed down by what the one before found the machine to be.
 */
async function bestOf(
  tries: number,
  address: string,
  say: (said: string) => void,
  slowdown = expected.slowdown,
): Promise<Judgement> {
  // On a busy machine it may also give up: no page was painted in time.
  const judgement = await judged(address, slowdown).catch((error: unknown) => ({
    scores: {},
    lacks: String(error),
    slowdown,
  }));
  const { scores, lacks } = judgement;
  say(`${JSON.stringify(scores)} at a slowdown of ${slowdown.toFixed(1)}; ${lacks}`);
  const all = Object.values(scores);
  const good = all.length > 0 && all.every((score) => score >= 98);
  return good || tries === 1 ? judgement : bestOf(tries - 1, address, say, judgement.slowdown);
}

/** What Lighthouse says of a page as a phone on a slow line sees it. */
async function judged(address: string, slowdown: number): Promise<Judgement> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      lighthouse,
      address,
      '--quiet',
      '--output=json',
      `--throttling.cpuSlowdownMultiplier=${slowdown}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { env: { ...process.env, CHROME_PATH: browserPath() }, maxBuffer: 64 * 1024 * 1024 },
  );
  const { categories, audits, environment } = report.parse(JSON.parse(stdout));
  const below = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
  const strength = Math.min(1, environment.benchmarkIndex / expected.index);
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
    ),
    lacks: below.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim()).join(', '),
    slowdown: Math.max(1, expected.slowdown * strength),
  };
}
