import type { Draft, DraftExchange } from '../../src/model/draft.ts';
import type { Note, Paragraph, Span, Turn } from '../../src/model/transcript.ts';

type Words = string | { text: string; directions?: string[]; language?: string } | { note: string };

/** A draft in the form that fixtures write by hand: see tests/fixtures/README.md. */
export function compact(draft: Draft): object {
  const { kind, title, date, dateFrom, spokespersons, partial, flags } = draft;
  const children = draft.children.map((child) => {
    if (child.type === 'note') return { note: child.value };
    return child.type === 'turn' ? turnOf(child) : exchangeOf(child);
  });
  return { kind, title, date, dateFrom, spokespersons, partial, flags, children };
}

function exchangeOf({ children, flags, parts }: DraftExchange): object {
  const turns = children.filter((child) => child.type === 'turn');
  const textOf = (span: Span): string =>
    turns[span.turn]?.children
      .filter((child) => child.type === 'paragraph')
      [span.paragraph]?.value.slice(span.start, span.end)
      .trim() ?? '';
  return {
    exchange: children.map((child) =>
      child.type === 'note' ? { note: child.value } : turnOf(child),
    ),
    ...(flags.length === 0 ? {} : { flags }),
    ...(parts.length === 1
      ? {}
      : {
          parts: parts.map(({ question, answer }) => ({
            question: question.map(textOf),
            answer: answer.map(textOf),
          })),
        }),
  };
}

function turnOf({ kind, label, outlet, speaker, children }: Turn): object {
  return {
    [kind]: label,
    ...(outlet === null ? {} : { outlet }),
    ...(speaker === null ? {} : { speaker }),
    text: children.map(wordsOf),
  };
}

function wordsOf(child: Paragraph | Note): Words {
  if (child.type === 'note') return { note: child.value };
  const { value, spans = [], language } = child;
  const directions = spans
    .filter((span) => span.kind === 'direction')
    .map((span) => value.slice(span.start, span.end));
  if (directions.length === 0 && language === undefined) return value;
  return {
    text: value,
    ...(directions.length === 0 ? {} : { directions }),
    ...(language === undefined ? {} : { language }),
  };
}
