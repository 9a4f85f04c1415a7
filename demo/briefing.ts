import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const tongue = z.strictObject({ zh: z.string(), en: z.string() });
const turns = z.array(z.tuple([z.string(), z.string(), z.string()]));

const briefing = z.strictObject({
  date: z.iso.date(),
  template: z.enum(['old', 'new']),
  by: z.string(),
  turns,
  since: z.number().default(1),
  until: z.number().default(Number.POSITIVE_INFINITY),
  rounds: z.record(z.string(), turns).default({}),
});

const office = z.strictObject({
  office: tongue,
  spokespersons: z.record(z.string(), tongue),
  outlets: z.record(z.string(), tongue),
  briefings: z.array(briefing),
});

/** `zh` or `en`: the languages in which the made-up press office publishes. */
export type Tongue = keyof z.infer<typeof tongue>;

/** One briefing of `briefings.yaml`. */
export type Briefing = z.infer<typeof briefing>;

/** All that the made-up press office has to say, briefings from the oldest. */
export const script = office.parse(
  parse(readFileSync(path.join(import.meta.dirname, 'briefings.yaml'), 'utf8')),
);

/** What a briefing's page says in a round: the wording of the last round that changed it. */
export const turnsIn = (round: number, { rounds, turns: first }: Briefing): Briefing['turns'] =>
  Object.entries(rounds)
    .filter(([since]) => Number(since) <= round)
    .map(([, worded]) => worded)
    .at(-1) ?? first;
