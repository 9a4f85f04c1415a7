import type { DraftExchange } from '../model/draft.ts';
import type { LastWords } from '../model/ledger.ts';
import type { Span, Turn } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';

type Tree = Pick<DraftExchange, 'children' | 'parts'>;

/** Asker, question and answer of an exchange as text, paragraphs joined by `\n`. */
export function exchangeWords(exchange: Tree): LastWords {
  const turns = turnsOf(exchange);
  const said = (asks: boolean) =>
    turns
      .filter((turn) => (turn.kind === 'question') === asks)
      .map(wordsOf)
      .join('\n');
  return {
    asker: turns.find((turn) => turn.kind === 'question')?.label ?? null,
    question: said(true),
    answer: said(false),
  };
}

/** The words of each part in the exchange's order, its spans joined by `\n`. */
export function partWords(exchange: Tree): { id: string; question: string; answer: string }[] {
  const paragraphs = turnsOf(exchange).map((turn) =>
    turn.children.filter((child) => child.type === 'paragraph').map((child) => child.value),
  );
  const cut = (span: Span) =>
    paragraphs[span.turn]?.[span.paragraph]?.slice(span.start, span.end) ?? '';
  return exchange.parts.map(({ id, question, answer }) => ({
    id,
    question: question.map(cut).join('\n'),
    answer: answer.map(cut).join('\n'),
  }));
}

function turnsOf(exchange: Tree): Turn[] {
  return exchange.children.filter((child) => child.type === 'turn');
}
