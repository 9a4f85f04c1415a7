import type { ListingInput } from '../capture/propose-listing.ts';
import type { Turn } from '../model/transcript.ts';
import { noDay } from '../parse/propose/dialect.ts';
import type { Proposal } from '../parse/propose/index.ts';

/** Exchanges shown, and characters of each turn. */
const shown = 3;
const most = 70;

/** A proposal in lines for a person: what was found, how sure, and the first exchanges. */
export function showProposal(found: Proposal, listing: ListingInput | null): string[] {
  const [best, second] = found.readings;
  const draft = best?.parsed.draft;
  const exchanges = (draft?.children ?? []).filter((child) => child.type === 'exchange');
  const rejected = (best?.parsed.file.messages ?? []).filter(
    ({ ruleId }) => ruleId === 'label-rejected',
  );
  return [
    `title      ${draft?.title ?? 'none'} (${(found.profile.title ?? []).join(', ') || 'title'})`,
    `body       ${(found.profile.body ?? []).join(', ')}`,
    `date       ${draft && draft.date !== noDay ? `${draft.date} (${draft.dateFrom})` : 'none: add a rule under profile.dates'}`,
    `language   ${found.language}`,
    `dialect    ${best && draft ? `${best.dialect} (${best.score.toFixed(2)}; next ${second?.dialect} ${second?.score.toFixed(2)})` : 'none fits'}`,
    `listing    ${listing?.start ?? 'none'}`,
    `exchanges  ${exchanges.length}`,
    ...exchanges
      .slice(0, shown)
      .flatMap(({ children }, at) => [
        `  ${at + 1}`,
        ...children.flatMap((child) => (child.type === 'turn' ? [`    ${turnLine(child)}`] : [])),
      ]),
    ...rejected.slice(0, shown).map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(draft ? [] : [`  ${best?.parsed.reason ?? ''}`]),
  ];
}

function turnLine({ kind, label, children }: Turn): string {
  const words = children.map(({ value }) => value).join(' ');
  const cut = words.length > most ? `${words.slice(0, most)}…` : words;
  return `${kind.padEnd(9)} ${label ?? '(no label)'} | ${cut}`;
}
