import type { Archive } from '../model/archive.ts';
import type { Draft } from '../model/draft.ts';
import type { Outlet } from '../model/outlet.ts';
import type { Problem } from '../model/problem.ts';
import type { Transcript, Turn } from '../model/transcript.ts';
import { comparable } from '../topics/comparable.ts';
import { readText } from './folder.ts';
import { readJson } from './json.ts';
import { shown } from './reasons.ts';
import { transcriptFile } from './transcripts.ts';
import type { WordFault } from './word-faults.ts';

/**
 * What stored transcripts say beyond what the ledger knows by digest, and nothing bears out: who speaks, for whom,
 * and on which page. Each problem is at its field; the transcript is still shown, for names lists change.
 */
export async function voiceProblems(
  content: string,
  transcripts: Transcript[],
  { outlets, ledger }: Pick<Archive, 'outlets' | 'ledger'>,
): Promise<Problem[]> {
  const pages = new Set<string>();
  const numbered = new Set<string>();
  for (const line of ledger) {
    if (line.event !== 'transcript' && line.event !== 'address') continue;
    pages.add(`${line.id} ${line.url}`);
    numbered.add(line.id);
  }
  const problems: Problem[] = [];
  for (const it of transcripts) {
    const faults = voiceFaults(it, outlets);
    if (numbered.has(it.id) && !pages.has(`${it.id} ${it.url}`))
      faults.push({ at: ['url'], reason: `Expected a page of the ledger, got ${shown(it.url)}` });
    if (faults.length === 0) continue;
    const file = transcriptFile(it.id);
    const text = (await readText(content, file, () => {})) ?? '';
    const json = readJson(text, file, () => {});
    for (const { at, reason } of faults) {
      const cured = `${reason}; lectern parse ${it.source} writes it again`;
      problems.push(json?.problem(at, cured) ?? { file, line: 1, column: 1, reason: cured });
    }
  }
  return problems;
}

/**
 * Where a transcript says of a turn what its words do not bear out: a speaker who is none of those whom the
 * record names, or another than its label names; an outlet that neither its label nor its words name. The digest in the
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

function outletFault(turn: Turn, outlets: ReadonlyMap<string, Outlet>): string | null {
  const { outlet, label } = turn;
  const known = outlet === null ? undefined : outlets.get(outlet);
  if (!known) return null;
  const asker = bare(label ?? '');
  const printed = asker + bare(turn.children.map(({ value }) => value).join(' '));
  const written = [Object.values(known.names), Object.values(known.short ?? {}), known.aliases];
  const forms = written.flat().map(bare);
  if (forms.some((form) => printed.includes(form) || sharesWord(asker, form))) return null;
  return `Expected an outlet that the turn of ${shown(label)} names, got ${shown(outlet)}`;
}

/** Names as they are compared: case, traditional characters, quotation marks and spaces make no difference. */
const bare = (name: string): string => comparable(name).replace(/[《》〈〉“”‘’"'\s.]/gu, '');

const sharesWord = (label: string, name: string): boolean =>
  label !== '' && (label.includes(name) || name.includes(label));
