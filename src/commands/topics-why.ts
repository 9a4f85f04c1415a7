import type { Placement } from '../model/topic.ts';
import type { Action } from './topics-action.ts';

/** The topics of exchanges, with every reason. */
export const why: Action = ({ args, archive }) => {
  if (args.length === 0)
    return 'Cannot say why without an exchange: name one, such as its path on the site';
  const known = new Set(
    archive.transcripts.flatMap(({ children }) =>
      children.flatMap((child) => (child.type === 'exchange' ? [child.id] : [])),
    ),
  );
  const ids = args.map((arg) => arg.replace(/^\/|\/$/gu, ''));
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) return `Expected an exchange of the archive, got \`${stranger}\``;
  const data = ids.map((exchange) => ({
    exchange,
    placements: archive.placements.get(exchange) ?? [],
  }));
  return {
    data,
    lines: data.flatMap(({ exchange, placements }) => [
      placements.length > 0
        ? exchange
        : `${exchange}: no topic; no phrase of any topic says enough`,
      ...placements.flatMap(linesOf),
    ]),
  };
};

function linesOf({ topic, strength, reasons, hand }: Placement): string[] {
  return [
    `  ${topic}, strength ${strength.toFixed(2)}${hand ? `, by hand: ${hand}` : ''}`,
    ...reasons.map(
      ({ phrase, side, times, strength: share }) =>
        `    ${phrase}: ${times === 1 ? 'once' : `${times} times`} in the ${side}, ${share.toFixed(2)}`,
    ),
  ];
}
