import type { Portion } from '../model/archive.ts';
import type { FlatExchange, FlatTranscript, FlatTurn, FlatTurnLine } from '../model/flat.ts';
import { recordPath } from '../model/paths.ts';
import type { Exchange, Span, Transcript, Turn } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';

/** Every exchange of the archive in its order: by date and transcript, then as read. */
export function* flatExchanges({ transcripts, placements }: Portion): Generator<FlatExchange> {
  for (const transcript of transcripts) {
    for (const child of transcript.children) {
      if (child.type !== 'exchange') continue;
      const topics = (placements.get(child.id) ?? []).map(({ topic }) => topic).sort();
      yield flatExchange(transcript, child, topics);
    }
  }
}

/** Every transcript of the archive in its order. */
export function* flatTranscripts({ transcripts }: Portion): Generator<FlatTranscript> {
  for (const it of transcripts) {
    yield {
      id: it.id,
      url: recordPath(it.id),
      source: it.source,
      institution: it.institution,
      briefing: it.briefing,
      kind: it.kind,
      date: it.date,
      language: it.language,
      title: it.title,
      pageUrl: it.url,
      publisher: it.publisher,
      spokespersons: it.spokespersons,
      partial: it.partial,
      exchanges: it.children.filter(({ type }) => type === 'exchange').length,
      versions: it.versions.length,
      sha256: it.captures.at(-1)?.sha256 ?? '',
      flags: it.flags,
    };
  }
}

/** Every turn of the archive in reading order, opening statements included. */
export function* flatTurns({ transcripts }: Portion): Generator<FlatTurnLine> {
  for (const { id, source, institution, date, language, children } of transcripts) {
    let position = 0;
    for (const child of children) {
      const exchange = child.type === 'exchange' ? child.id : null;
      for (const turn of child.type === 'exchange' ? child.children : [child]) {
        if (turn.type !== 'turn') continue;
        const where = { transcript: id, exchange, source, institution, date, language, position };
        yield { ...where, ...flatTurn(turn) };
        position += 1;
      }
    }
  }
}

function flatExchange(transcript: Transcript, exchange: Exchange, topics: string[]): FlatExchange {
  const turns = exchange.children.filter((child) => child.type === 'turn');
  return {
    id: exchange.id,
    url: recordPath(exchange.id),
    transcript: transcript.id,
    source: transcript.source,
    institution: transcript.institution,
    pageUrl: transcript.url,
    date: transcript.date,
    language: transcript.language,
    title: transcript.title,
    n: exchange.n,
    turns: turns.map(flatTurn),
    parts: exchange.parts.map((part) => ({
      question: textOf(part.question, turns),
      answer: textOf(part.answer, turns),
    })),
    topics,
    flags: exchange.flags,
  };
}

const flatTurn = (turn: Turn): FlatTurn => ({
  kind: turn.kind,
  label: turn.label,
  speaker: turn.speaker,
  outlet: turn.outlet,
  text: wordsOf(turn),
});

/** The words of spans: joined by nothing within a paragraph, by `\n` across paragraphs. */
export function textOf(spans: Span[], turns: Turn[]): string {
  return spans
    .map((span, index) => {
      const paragraphs = turns[span.turn]?.children.filter(({ type }) => type === 'paragraph');
      const text = paragraphs?.[span.paragraph]?.value.slice(span.start, span.end) ?? '';
      const before = spans[index - 1];
      const follows = before?.turn === span.turn && before.paragraph === span.paragraph;
      return index === 0 || follows ? text : `\n${text}`;
    })
    .join('');
}
