import type { Inline } from '../model/document.ts';
import { language as languageTag } from '../model/names.ts';
import type { InlineSpan, Note, Paragraph } from '../model/transcript.ts';
import { languageOf } from './language.ts';
import { inlinesWithin, type Line } from './line.ts';
import type { Rules } from './rules.ts';

/** What a line says from a UTF-16 offset on, with emphasis, links and stage directions as spans; `language` is the page's own. */
export function paragraphOf(line: Line, from: number, rules: Rules, language: string): Paragraph {
  return { type: 'paragraph', ...literalOf(line, from, rules, language) };
}

/** A line that nobody speaks. */
export function noteOf(line: Line, rules: Rules, language: string): Note {
  return { type: 'note', ...literalOf(line, 0, rules, language) };
}

function literalOf(line: Line, from: number, rules: Rules, own: string) {
  const value = line.text.slice(from);
  const inlines = inlinesWithin(line.inlines, from, line.text.length).flatMap(spanOf);
  const directions = rules.directions.flatMap((pattern) =>
    [...value.matchAll(pattern)].map(directionOf),
  );
  const spans = [...inlines, ...directions].sort((a, b) => a.start - b.start || b.end - a.end);
  const language = markedLanguage(line, own) ?? languageOf(value, own);
  return {
    value,
    ...(spans.length > 0 ? { spans } : {}),
    ...(language === null ? {} : { language }),
  };
}

function markedLanguage({ language }: Line, own: string): string | null {
  if (language === undefined || !languageTag.safeParse(language).success) return null;
  return language.split('-')[0] === own.split('-')[0] ? null : language;
}

function spanOf({ kind, start, end, url }: Inline): InlineSpan[] {
  if (kind === 'bold') return [];
  return [{ kind, start, end, ...(url === undefined ? {} : { url }) }];
}

const directionOf = (found: RegExpExecArray): InlineSpan => ({
  kind: 'direction',
  start: found.index,
  end: found.index + found[0].length,
});
