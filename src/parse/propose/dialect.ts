import type { Dialects } from '../../model/dialect.ts';
import type { Draft, DraftExchange } from '../../model/draft.ts';
import type { ProfileInput } from '../../model/profile.ts';
import { type Source, source } from '../../model/source.ts';
import type { Turn } from '../../model/transcript.ts';
import { dialects, languagesOf } from '../dialects/index.ts';
import { type Parsed, parse } from '../index.ts';
import { outletIndex } from '../outlet.ts';
import type { Page } from '../page.ts';
import { profileOf } from '../profile-of.ts';
import { countLetters, countScripts } from '../script.ts';

/** How one dialect reads a page. */
export interface Reading {
  dialect: string;
  /** 0 to 1: how much of what is said it knows the speakers of; 0 where it finds no exchange. */
  score: number;
  parsed: Parsed;
}

/** What every dialect makes of a page, the best first; of two as good, the one with fewer label shapes. */
export function readings(
  page: Page,
  language: string,
  profile: ProfileInput,
  own: Dialects,
): Reading[] {
  return [...Object.keys(dialects), ...own.keys()]
    .map((dialect) => readAs(page, dialect, language, profile, own))
    .sort((a, b) => b.score - a.score || shapes(a) - shapes(b));
}

const shapes = ({ dialect }: Reading): number => dialects[dialect]?.shapes?.length ?? 0;

/** What one dialect makes of a page. */
export function readAs(
  page: Page,
  dialect: string,
  language: string,
  profile: ProfileInput,
  own: Dialects,
): Reading {
  const trial = trialOf(page, dialect, language, profile);
  const rules = profileOf(trial, own);
  const parsed = parsedWithDay(page, trial, own);
  const markers = countScripts([...rules.roles.question, ...rules.roles.answer].join(''));
  const native = language.startsWith('ko') ? markers.hangul : markers.han;
  const script = /^(?:zh|ja|ko)/.test(language) ? native === 0 : markers.han + markers.hangul > 0;
  const words = languagesOf[dialect]?.includes(language.split('-')[0] ?? '') === false;
  return { dialect, parsed, score: scoreOf(parsed) * (script || words ? foreign : 1) };
}

/** The day of a page that gives none: a trial without a date would say nothing of the page's labels. */
export const noDay = '1900-01-01';
const noDayRule = {
  from: 'url' as const,
  pattern: '#(?<year>1900)-(?<month>01)-(?<day>01)$',
};

function parsedWithDay(page: Page, trial: Source, own: Dialects): Parsed {
  const context = { source: trial, profile: profileOf(trial, own), outlets: outletIndex([]) };
  const parsed = parse(page, context);
  if (!parsed.file.messages.some(({ ruleId }) => ruleId === 'no-date')) return parsed;
  const { dates } = context.profile;
  const profile = { ...context.profile, dates: [...dates, noDayRule] };
  return parse({ ...page, url: `${page.url}#${noDay}` }, { ...context, profile });
}

/** A dialect whose markers are of another script or language than the page is only taken where it does better. */
const foreign = 0.5;

function trialOf(page: Page, dialect: string, language: string, profile: ProfileInput): Source {
  return source.parse({
    id: 'trial',
    institution: 'trial',
    names: { 'zh-Hans': 'trial', en: 'trial' },
    publisher: 'trial',
    language,
    timeZone: 'UTC',
    verified: false,
    urls: [`${new URL(page.url).hostname}/*`],
    rights: { statement: 'trial', url: null, redistribute: 'unknown' },
    dialect,
    profile,
  });
}

/** A label that only its place tells counts for half: another dialect may know it. */
const guessWeight = 0.5;

/** Words of a turn that only its type or place tells count for less than those under a label. */
const unlabelled = 0.3;

/**
 * The share of words under labels, times the share of exchanges with an answer; more when there are
 * more turns and more of the page went into labels, less for each label without a role. On 102
 * made-up pages the first is the page's own dialect for 87 and finds its first exchange for 96
 * (2026-11).
 */
function scoreOf({ draft, document, guessed, file }: Parsed): number {
  if (!draft || !document) return 0;
  const exchanges = draft.children.filter((child) => child.type === 'exchange');
  const turns = exchanges.flatMap(turnsOf);
  const others = draft.children.filter((child) => child.type === 'turn' && child.label === null);
  const known = turns.filter(({ label }) => label !== null);
  const said = lettersOf(turns);
  const sure = lettersOf(known) + unlabelled * (said - lettersOf(known));
  const answered = exchanges.filter((one) => turnsOf(one).some(({ kind }) => kind === 'answer'));
  const rejected = file.messages.filter(({ ruleId }) => ruleId === 'label-rejected').length;
  const lost = file.messages.filter(({ ruleId }) => ruleId === 'lost-label').length;
  const inLabels = turns.reduce((sum, { label }) => sum + (label?.length ?? 0), 0);
  const evidence = 2 * exchanges.length + inLabels / 10;
  return (
    (sure / Math.max(1, said + lettersOf(others))) *
    (1 - guessed * (1 - guessWeight)) *
    (answered.length / Math.max(1, exchanges.length)) *
    (evidence / (evidence + 2 + 2 * rejected + (known.length > 0 ? lost : 0)))
  );
}

const turnsOf = ({ children }: DraftExchange): Turn[] =>
  children.filter((child) => child.type === 'turn');

const lettersOf = (turns: Draft['children'][number][]): number =>
  turns
    .flatMap((turn) => (turn.type === 'turn' ? turn.children : []))
    .reduce((sum, { value }) => sum + countLetters(value), 0);
