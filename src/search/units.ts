import type { Archive } from '../model/archive.ts';
import { recordPath } from '../model/paths.ts';
import type { Exchange, Transcript, Turn } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';
import type { Unit, UnitTurn } from './unit.ts';

/** Every unit of an archive in the order of its transcripts: by date, then id, then reading order. */
export function* unitsOf({ transcripts }: Pick<Archive, 'transcripts'>): Generator<Unit> {
  for (const transcript of transcripts) yield* unitsIn(transcript);
}

/** The units of a transcript in reading order. */
export function* unitsIn(transcript: Transcript): Generator<Unit> {
  let statements = 0;
  for (const child of transcript.children) {
    if (child.type === 'exchange') yield exchangeUnit(transcript, child);
    if (child.type === 'turn' && child.kind === 'statement') {
      yield statementUnit(transcript, child, ++statements);
    }
  }
}

function exchangeUnit(transcript: Transcript, exchange: Exchange): Unit {
  const turns = exchange.children.filter((child) => child.type === 'turn');
  return {
    ...shared(transcript),
    id: exchange.id,
    kind: 'exchange',
    url: recordPath(exchange.id),
    n: exchange.n,
    turns: turns.map((turn) => shownTurn(transcript, turn)),
  };
}

function statementUnit(transcript: Transcript, turn: Turn, number: number): Unit {
  const anchor = `#s${number}`;
  return {
    ...shared(transcript),
    id: transcript.id + anchor,
    kind: 'statement',
    url: recordPath(transcript.id) + anchor,
    n: '',
    turns: [shownTurn(transcript, turn)],
  };
}

const shared = ({ date, language, source }: Transcript) => ({ date, language, source });

function shownTurn(transcript: Transcript, turn: Turn): UnitTurn {
  const own = turn.children.find(({ language }) => language)?.language;
  return {
    side: turn.kind === 'question' ? 'question' : 'answer',
    label: turn.label,
    outlet: turn.outlet,
    speaker: turn.speaker,
    text: wordsOf(turn),
    ...(own && own !== transcript.language ? { language: own } : {}),
  };
}
