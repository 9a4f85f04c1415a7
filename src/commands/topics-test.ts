import type { Archive, Listed } from '../model/archive.ts';
import type { Placement } from '../model/topic.ts';
import { type Action, beginning, listedIn } from './topics-action.ts';

/** How many placements of each end of the scale are shown. */
const shownOfEach = 5;

interface Trial {
  topic: string;
  exchanges: number;
  byHand: number;
  /** The strongest first. */
  placements: Placement[];
}

/** What topics hold: counts of all, or of some with the placements that are surest and least sure. */
export const test: Action = ({ args, archive }) => {
  const stranger = args.find((arg) => !archive.topics.has(arg));
  if (stranger !== undefined)
    return `Expected a topic that is declared or in use, got \`${stranger}\``;
  const listed = listedIn(archive);
  const ids = args.length > 0 ? args : [...archive.topics.keys()];
  const trials = trialsOf(archive, ids);
  const placed = listed.filter(({ exchange }) => archive.placements.has(exchange.id)).length;
  const share = listed.length > 0 ? ((100 * placed) / listed.length).toFixed(1) : '0';
  return {
    data: trials.map(({ placements, ...counts }) =>
      args.length > 0 ? { ...counts, placements } : counts,
    ),
    lines: [
      ...trials.flatMap((trial) => [
        countLine(trial),
        ...(args.length > 0 ? ends(trial, listed) : []),
      ]),
      `${placed} of ${listed.length} exchanges are in a topic, ${share} %`,
    ],
  };
};

function trialsOf({ placements }: Archive, ids: string[]): Trial[] {
  const trials = new Map(
    ids.map((topic): [string, Trial] => [
      topic,
      { topic, exchanges: 0, byHand: 0, placements: [] },
    ]),
  );
  for (const placement of [...placements.values()].flat()) {
    const trial = trials.get(placement.topic);
    if (!trial) continue;
    trial.exchanges++;
    if (placement.hand) trial.byHand++;
    trial.placements.push(placement);
  }
  for (const { placements: found } of trials.values())
    found.sort((a, b) => b.strength - a.strength);
  return [...trials.values()].sort((a, b) => b.exchanges - a.exchanges);
}

const countLine = ({ topic, exchanges, byHand }: Trial): string =>
  `${String(exchanges).padStart(6)}  ${topic}${byHand > 0 ? `, ${byHand} by hand` : ''}`;

function ends({ placements }: Trial, listed: Listed[]): string[] {
  const known = new Map(listed.map((it) => [it.exchange.id, it]));
  const line = ({ exchange, strength, reasons }: Placement) => {
    const at = known.get(exchange);
    const words = reasons.map(({ phrase }) => phrase).join(', ');
    return `    ${strength.toFixed(2)}  ${exchange}  [${words}]  ${at ? beginning(at) : ''}`;
  };
  return [
    '  surest:',
    ...placements.slice(0, shownOfEach).map(line),
    '  least sure:',
    ...placements.slice(shownOfEach).slice(-shownOfEach).map(line),
  ];
}
