import type { Reason, TopicLanguage } from '../model/topic.ts';
import type { Exchange } from '../model/transcript.ts';
import { comparable } from './comparable.ts';
import type { Lexicon, Rule } from './lexicon.ts';
import type { Hit } from './scan.ts';

const sides = ['question', 'answer'] as const;

/** How wide a side may be for a word in it to have its whole weight: 120 Han characters, 360 Latin ones. */
const room = 360;

/** The least that a word in a long question is worth: however long, it names what it is about. */
const leastAsked = 0.5;

/** The hits in what was said on each side, by phrase. */
type Said = Record<Reason['side'], Map<string, Hit[]>>;

/**
 * The reasons for placing an exchange that a lexicon finds, each with its topic, in the order of
 * the words. `language` is the record's; a paragraph in a language of its own goes by that one.
 */
export function reasonsIn(
  exchange: Exchange,
  language: string,
  lexicon: Lexicon,
): [topic: string, reason: Reason][] {
  const said: Said = { question: new Map(), answer: new Map() };
  const worth = { question: 0, answer: 0 };
  for (const side of sides) {
    const words = wordsOn(side, exchange, language, lexicon.language);
    worth[side] = worthIn(side, words);
    for (const hit of lexicon.hits(words)) {
      const others = said[side].get(hit.phrase);
      if (others) others.push(hit);
      else said[side].set(hit.phrase, [hit]);
    }
  }
  return sides.flatMap((side) =>
    [...said[side].keys()].flatMap((phrase) =>
      (lexicon.rules.get(phrase) ?? []).flatMap((rule): [string, Reason][] => {
        const times = timesOf(rule, phrase, side, said);
        const strength = Math.round(times * rule.weight * worth[side] * 1000) / 1000;
        return times > 0 ? [[rule.topic, { phrase: rule.phrase, side, times, strength }]] : [];
      }),
    ),
  );
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

/** How often a side says a phrase in a way that counts. */
function timesOf(rule: Rule, phrase: string, side: Reason['side'], said: Said): number {
  const says = (word: string) => sides.some((each) => said[each].has(word));
  if (rule.with.length > 0 && !rule.with.some(says)) return 0;
  if (rule.without.some(says)) return 0;
  const covers = [...rule.except].flatMap((word) => said[side].get(word) ?? []);
  const hits = said[side].get(phrase) ?? [];
  return hits.filter(
    ({ start, end }) => !covers.some((cover) => cover.start <= start && cover.end >= end),
  ).length;
}
