import { VFile } from 'vfile';
import type { Document } from '../model/document.ts';
import type { Draft } from '../model/draft.ts';
import type { TranscriptFlag } from '../model/transcript.ts';
import { attribute } from './attribute.ts';
import { correct } from './correct.ts';
import { dateOf, pageTimeOf } from './date.ts';
import { kindOf } from './kind.ts';
import type { Page, ParseContext } from './page.ts';
import { pair, spokespersonsOf } from './pair.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readText } from './read-text.ts';
import { type Rules, rulesOf } from './rules.ts';
import type { Said } from './said.ts';

/** What parsing a capture yields. */
export interface Parsed {
  /** Null where the page is no record of questions and answers, or cannot be read. */
  draft: Draft | null;
  /** Why there is no draft. */
  reason: string | null;
  /** The page as read, for conservation; null where reading failed. */
  document: Document | null;
  /** The share of labelled turns whose role no rule tells, only how the page uses the label; from 0 to 1. */
  guessed: number;
  /** Messages with line, column and rule id; a fatal one says why a page that claims to be a record is none. */
  file: VFile;
}

/**
 * Page → read → correct → attribute → pair: the one place where the order is written. Never throws for
 * what a page holds: one that nobody foresaw must not stop the others.
 */
export function parse(page: Page, context: ParseContext): Parsed {
  const file = new VFile({ path: page.path ?? page.url, value: page.text });
  try {
    return draftOf(page, context, file);
  } catch (cause) {
    if (file.messages.at(-1) !== cause) {
      const reason = `Cannot read the page: ${cause instanceof Error ? cause.message : String(cause)}`;
      file.message(reason, { ruleId: 'unreadable', source: 'parse' }).fatal = true;
    }
    const reason = file.messages.at(-1)?.reason ?? '';
    return { draft: null, reason, document: null, guessed: 0, file };
  }
}

function draftOf(page: Page, context: ParseContext, file: VFile): Parsed {
  const { profile, source } = context;
  const rules = rulesOf(profile);
  const document = correct(read(page, rules, file), context.correction, page.sha256, file);
  const none = (reason: string): Parsed => ({ draft: null, reason, document, guessed: 0, file });
  const { kind, reason, claimed } = kindOf(document, rules);
  if (kind === 'other') return none(reason ?? 'not a record of questions and answers');
  if (document.title === '') return none('Expected a title, got none');
  const date = dateOf(document, rules.dates, file);
  const { said, dropped } = attribute(document, rules, context, file);
  document.dropped = dropped;
  const children = pair(said, rules);
  if (!children.some((child) => child.type === 'exchange')) {
    if (isListOfLinks(document)) return none('a list of links');
    if (claimed && kind === 'conference')
      fatal(file, document.blocks[0]?.place ?? document.titleAt, {
        ruleId: 'no-exchange',
        reason: 'Expected a question and its answer on the page of a conference, got none',
      });
    return none('no question and answer found');
  }
  if (!date)
    fatal(file, document.titleAt, {
      ruleId: 'no-date',
      reason: 'Expected a date in title, body, meta or address, got none',
    });
  const flags = [...date.flags, ...flagsOf(file, context)];
  const draft: Draft = {
    type: 'transcript',
    schemaVersion: 1,
    source: source.id,
    institution: source.institution,
    kind,
    language: source.language,
    date: date.date,
    dateFrom: date.dateFrom,
    title: document.title,
    url: page.url,
    publisher: document.publisher ?? source.publisher,
    spokespersons: spokespersonsOf(said),
    partial: isPartial(document, rules),
    flags,
    pageTime: pageTimeOf(document),
    children,
  };
  return { draft, reason: null, document, guessed: guessedShare(said), file };
}

function guessedShare(said: Said[]): number {
  const roles = said.flatMap((one) => (one.type === 'turn' && one.role?.label ? [one.role] : []));
  return roles.filter(({ by }) => by === 'guess').length / Math.max(1, roles.length);
}

function flagsOf(file: VFile, { correction }: ParseContext): TranscriptFlag[] {
  const damaged = file.messages.some(({ ruleId }) => ruleId === 'damaged-text');
  return [
    ...(damaged ? ['damaged-text' as const] : []),
    ...(correction ? ['corrected-by-hand' as const] : []),
  ];
}

/** Whether most lines of a body, three or more, are links from their start: titles of other pages. */
function isListOfLinks({ blocks }: Document): boolean {
  const linked = blocks.filter(({ inlines }) =>
    inlines.some(({ kind, start }) => kind === 'link' && start <= 1),
  );
  return linked.length >= 3 && linked.length > blocks.length / 2;
}

/** Whether title or a line says that the record is an extract. */
const isPartial = ({ title, blocks }: Document, { partial }: Rules): boolean =>
  partial.some((pattern) => pattern.test(title) || blocks.some(({ text }) => pattern.test(text)));

function read(page: Page, rules: Rules, file: VFile): Document {
  if (page.mediaType === 'text/markdown') return readMarkdown(page);
  if (page.mediaType === 'text/html') return readHtml(page, rules, file);
  return readText(page);
}

function fatal(
  file: VFile,
  place: Document['titleAt'],
  { ruleId, reason }: { ruleId: string; reason: string },
): never {
  file.fail(reason, { ruleId, source: 'parse', place });
}
