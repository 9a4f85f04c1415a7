import { type WithheldWords, withheldWords } from '../ledger/withheld-words.ts';
import type { LedgerEvent } from '../model/ledger.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Versions } from '../model/versions.ts';

type Children = Transcript['children'];

/** What a legal request keeps from readers. */
export interface Withheld {
  /** Ids of transcripts and exchanges. */
  ids: ReadonlySet<string>;
  /** Those that were named themselves; the others are withheld because they have words of them. */
  named: ReadonlySet<string>;
}

/** What the lines of a ledger withhold. */
export function withheldIn(ledger: LedgerEvent[]): Withheld {
  const lines = ledger.filter((line) => line.event === 'withheld');
  return {
    ids: new Set(lines.map(({ id }) => id)),
    named: new Set(lines.flatMap(({ id, of }) => (of === undefined ? id : []))),
  };
}

/** Ids of the transcripts of which exchanges are withheld. */
export const partlyWithheld = ({ named }: Withheld): Set<string> =>
  new Set([...named].flatMap((id) => (id.split('/').length > 2 ? id.split('/', 2).join('/') : [])));

/**
 * The transcripts without what is withheld, and without statements and notes that have words of it.
 *
 * Left out here, once, so that neither site nor search nor export can show it. `texts` are the versions
 * of those of which exchanges are withheld, by id: words may have left the exchange that was named.
 */
export function withoutWithheld(
  transcripts: Transcript[],
  withheld: Withheld,
  texts: ReadonlyMap<string, Versions>,
): Transcript[] {
  const { ids } = withheld;
  if (ids.size === 0) return transcripts;
  const partly = partlyWithheld(withheld);
  return transcripts
    .filter(({ id }) => !ids.has(id))
    .map((it) => {
      const words = partly.has(it.id) ? wordsIn(wordingsOf(it, texts.get(it.id)), withheld) : [];
      const stays = (child: Children[number]) =>
        child.type === 'exchange' ? !ids.has(child.id) : !words.some((one) => one.areIn(child));
      return { ...it, children: it.children.filter(stays) };
    });
}

/** All versions without what is withheld: also what earlier exchanges, statements and notes had of its words. */
export function versionsWithoutWithheld(
  texts: ReadonlyMap<string, Versions>,
  withheld: Withheld,
): Map<string, Versions> {
  const { ids } = withheld;
  const partly = partlyWithheld(withheld);
  const kept = [...texts].filter(([id]) => !ids.has(id));
  return new Map(
    kept.map(([id, it]) => {
      if (!partly.has(id)) return [id, it];
      const words = wordsIn(
        it.versions.map(({ children }) => children),
        withheld,
      );
      const stays = (child: Children[number]) =>
        !(child.type === 'exchange' && ids.has(child.id)) && !words.some((one) => one.areIn(child));
      const versions = it.versions.map((version) => ({
        ...version,
        children: version.children.filter(stays),
      }));
      return [id, { ...it, versions }];
    }),
  );
}

const wordingsOf = ({ children }: Transcript, texts: Versions | undefined): Children[] => [
  children,
  ...(texts?.versions.map((version) => version.children) ?? []),
];

function wordsIn(wordings: Children[], { named }: Withheld): WithheldWords[] {
  const isNamed = (child: Children[number]) => child.type === 'exchange' && named.has(child.id);
  const exchanges = wordings.flatMap((children) => children.filter(isNamed));
  const ids = new Set(exchanges.flatMap((it) => (it.type === 'exchange' ? it.id : [])));
  return [...ids].map((id) => {
    const isOwn = (child: Children[number]) => child.type === 'exchange' && child.id === id;
    const having = wordings.filter((children) => children.some(isOwn)).flat();
    return withheldWords(
      having.filter(isOwn),
      having.filter((child) => !isOwn(child)),
    );
  });
}
