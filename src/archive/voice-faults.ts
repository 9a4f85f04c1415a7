import type { Draft } from '../model/draft.ts';
import type { Outlet } from '../model/outlet.ts';
import type { Turn } from '../model/transcript.ts';
import { comparable } from '../topics/comparable.ts';
import { shown } from './reasons.ts';
import type { WordFault } from './word-faults.ts';

/**
 * Where a transcript says of a turn what its words do not bear out: a speaker who is none of those whom the
 * record names, or another than its label names; an outlet that its label and words do not name. The digest in the
 * ledger covers labels and words, and these are worked out from them.
 */
export function voiceFaults(
  it: Pick<Draft, 'children' | 'spokespersons'>,
  outlets: ReadonlyMap<string, Outlet>,
): WordFault[] {
  const heard = new Set<string>();
  const faults = it.children.flatMap((child, nth): WordFault[] => {
    const turns: [Turn, PropertyKey[]][] =
      child.type === 'turn'
        ? [[child, ['children', nth]]]
        : child.type === 'exchange'
          ? child.children.flatMap((one, at): [Turn, PropertyKey[]][] =>
              one.type === 'turn' ? [[one, ['children', nth, 'children', at]]] : [],
            )
          : [];
    return turns.flatMap(([turn, at]) => {
      if (turn.speaker !== null) heard.add(turn.speaker);
      return [
        ...reason(speakerFault(turn, it.spokespersons), [...at, 'speaker']),
        ...reason(outletFault(turn, outlets), [...at, 'outlet']),
      ];
    });
  });
  const silent = it.spokespersons.findIndex((name) => !heard.has(name));
  if (silent < 0) return faults;
  const expected = `Expected somebody who speaks in the record, got ${shown(it.spokespersons[silent])}`;
  return [...faults, { at: ['spokespersons', silent], reason: expected }];
}

const reason = (fault: string | null, at: PropertyKey[]): WordFault[] =>
  fault === null ? [] : [{ at, reason: fault }];

function speakerFault({ speaker, label }: Turn, spokespersons: string[]): string | null {
  if (speaker === null) return null;
  const printed = label === null ? '' : bare(label);
  const named = spokespersons.filter((name) => printed.includes(bare(name)));
  if (named.length > 0 && !named.includes(speaker))
    return `Expected the speaker ${shown(named[0])} of the label, got ${shown(speaker)}`;
  if (spokespersons.includes(speaker) || sharesWord(printed, bare(speaker))) return null;
  return `Expected one of those who answer, or the name in the label, got ${shown(speaker)}`;
}

function outletFault(
  { outlet, label, children }: Turn,
  outlets: ReadonlyMap<string, Outlet>,
): string | null {
  const known = outlet === null ? undefined : outlets.get(outlet);
  if (!known) return null;
  // Some offices print the outlet at the end of the question.
  const printed = bare([label ?? '', ...children.map(({ value }) => value)].join(' '));
  const forms = [
    ...Object.values(known.names),
    ...Object.values(known.short ?? {}),
    ...known.aliases,
  ];
  if (forms.some((form) => printed.includes(bare(form)))) return null;
  return `Expected the outlet that the label ${shown(label)} names, got ${shown(outlet)}`;
}

/** Names as they are compared: case, traditional characters, quotation marks and spaces make no difference. */
const bare = (name: string): string => comparable(name).replace(/[《》〈〉“”‘’"'\s.]/gu, '');

const sharesWord = (label: string, name: string): boolean =>
  label !== '' && (label.includes(name) || name.includes(label));
