import { recordPath } from '../model/paths.ts';
import type { Unit, UnitTurn } from './unit.ts';

/** A unit as its file has it: a list, because names of fields would be a fifth of so small a file. */
export type StoredUnit = [id: string, date: string, language: string, ...turns: StoredTurn[]];
type StoredTurn = [
  question: 0 | 1,
  text: string,
  label: string | null,
  outlet: string | null,
  speaker: string | null,
  language?: string,
];

/** What a unit's file holds. */
export const storedUnit = ({ id, date, language, turns }: Unit): StoredUnit => [
  id,
  date,
  language,
  ...turns.map(({ side, text, label, outlet, speaker, language: own }): StoredTurn => {
    const turn: StoredTurn = [side === 'question' ? 1 : 0, text, label, outlet, speaker];
    if (own) turn[5] = own;
    return turn;
  }),
];

/** The unit of a file: what its id says is not stored again. */
export function readUnit([id, date, language, ...turns]: StoredUnit): Unit {
  const [record = '', anchor] = id.split('#');
  return {
    id,
    kind: anchor ? 'statement' : 'exchange',
    url: recordPath(record) + (anchor ? `#${anchor}` : ''),
    date,
    language,
    source: id.split('/')[0] ?? '',
    n: anchor ? '' : (id.split('/')[2] ?? ''),
    turns: turns.map(
      ([question, text, label, outlet, speaker, own]): UnitTurn => ({
        side: question ? 'question' : 'answer',
        label,
        outlet,
        speaker,
        text,
        ...(own ? { language: own } : {}),
      }),
    ),
  };
}
