import { type Action, listedIn, questionsOf } from './topics-action.ts';

/** Labels of those who ask that name no known outlet, the commonest first: to be added, or left as they are. */
export const unknown: Action = ({ archive, limit }) => {
  const times = new Map<string, { label: string; times: number; example: string }>();
  for (const listed of listedIn(archive))
    for (const { label, outlet } of questionsOf(listed)) {
      if (outlet !== null || label === null) continue;
      const seen = times.get(label) ?? { label, times: 0, example: listed.exchange.id };
      times.set(label, { ...seen, times: seen.times + 1 });
    }
  const data = [...times.values()].sort((a, b) => b.times - a.times).slice(0, limit);
  return {
    data,
    lines: data.map(
      ({ label, times, example }) => `${String(times).padStart(6)}  ${label}  ${example}`,
    ),
  };
};
