import type { Reason, TopicLanguage } from '../model/topic.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { comparable } from './comparable.ts';
import type { Lexicon, Rule } from './lexicon.ts';
import { listsIn, type Stretch } from './lists.ts';
import type { Hit } from './scan.ts';

const sides = ['question', 'answer'] as const;

/** How wide a side may be for a word in it to have its whole weight: 120 Han characters, 360 Latin ones. */
const room = 360;

/** The least that a word in a long question is worth: however long, it names what it is about. */
const leastAsked = 0.5;

/** What a name among five or more is worth: each of them is one of many. */
const amongMany = 0.5;

/** What was said somewhere: the hits by phrase, what one is worth, and where things are listed. */
interface Said {
  side: Reason['side'];
  words: string;
  hits: Map<string, Hit[]>;
  worth: number;
  lists: Stretch[];
}

/**
 * The reasons for placing an exchange that a lexicon finds, each with its topic, in the order of
 * the words. `language` is the record's; a paragraph in a language of its own goes by that one.
 */
export function reasonsIn(
  exchange: Exchange,
  language: string,
  lexicon: Lexicon,
): [topic: string, reason: Reason][] {
  return reasonsOf(
    sides.map((side) => saidOn(side, wordsOn(side, exchange, language, lexicon.language), lexicon)),
    lexicon,
  );
}

/** The reasons in the title of a record: what the briefing was announced as, not where the speaker was going. */
export function reasonsInTitle(
  { title, language }: Pick<Transcript, 'title' | 'language'>,
  lexicon: Lexicon,
): [topic: string, reason: Reason][] {
  if (!speaks(language, lexicon.language)) return [];
  const words = comparable(title).replace(/\ben route\b.*$/u, '');
  return reasonsOf([saidOn('title', words, lexicon)], lexicon);
}

function reasonsOf(said: Said[], lexicon: Lexicon): [topic: string, reason: Reason][] {
  return said.flatMap((it) =>
    [...it.hits.keys()].flatMap((phrase) =>
      (lexicon.rules.get(phrase) ?? []).flatMap((rule): [string, Reason][] => {
        const hits = counting(rule, phrase, it, said);
        const times = hits.reduce((sum, hit) => sum + (isAmongMany(hit, it) ? amongMany : 1), 0);
        const strength = Math.round(times * rule.weight * it.worth * 1000) / 1000;
        const reason = { phrase: rule.phrase, side: it.side, times: hits.length, strength };
        return hits.length > 0 ? [[rule.topic, reason]] : [];
      }),
    ),
  );
}

function saidOn(side: Reason['side'], words: string, lexicon: Lexicon): Said {
  const hits = new Map<string, Hit[]>();
  for (const hit of lexicon.hits(words)) {
    const others = hits.get(hit.phrase);
    if (others) others.push(hit);
    else hits.set(hit.phrase, [hit]);
  }
  // Of no use without a hit, and half of all sides have none in a language.
  if (hits.size === 0) return { side, words, hits, worth: 0, lists: [] };
  return { side, words, hits, worth: worthIn(side, words), lists: listsIn(words) };
}

/** What one occurrence is worth: the more a side says, the less each word of it says about its subject. */
function worthIn(side: Reason['side'], words: string): number {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const share = Math.min(1, room / (words.length + 2 * han));
  return side === 'question' ? Math.max(leastAsked, share) : share;
}

/** What a side said in one language, comparable; whatever is not asked counts as an answer. */
function wordsOn(
  side: Reason['side'],
  exchange: Exchange,
  recordLanguage: string,
  wanted: TopicLanguage,
): string {
  const spoken: string[] = [];
  for (const turn of exchange.children) {
    if (turn.type !== 'turn' || (turn.kind === 'question') !== (side === 'question')) continue;
    for (const child of turn.children)
      if (child.type === 'paragraph' && speaks(child.language ?? recordLanguage, wanted))
        spoken.push(child.value);
  }
  return comparable(spoken.join('\n'));
}

const speaks = (tag: string, language: TopicLanguage): boolean =>
  tag === language || tag.startsWith(`${language}-`);

/** What follows a country's name where it only says whose view is quoted: 意大利媒体, an Italian newspaper. */
const quotedFrom =
  /^(?:主流)?(?:媒体|智库|刊物|报纸|学者|网友)|^n? (?:media|newspapers?|think tanks?)\b/u;

/** Where a side says a phrase in a way that counts. */
function counting(rule: Rule, phrase: string, { hits, words }: Said, said: Said[]): Hit[] {
  const says = (word: string) => said.some((it) => it.hits.has(word));
  if (rule.with.length > 0 && !rule.with.some(says)) return [];
  if (rule.without.some(says)) return [];
  const covers = [...rule.except].flatMap((word) => hits.get(word) ?? []);
  return (hits.get(phrase) ?? []).filter(
    ({ start, end }) =>
      !covers.some((cover) => cover.start <= start && cover.end >= end) &&
      !(rule.isTerritory && quotedFrom.test(words.slice(end, end + 20))),
  );
}

const isAmongMany = ({ start, end }: Hit, { lists }: Said): boolean =>
  lists.some((list) => list.start <= start && list.end >= end);
