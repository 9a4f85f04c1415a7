import type { Reason, TopicLanguage } from '../model/topic.ts';
import type { Exchange } from '../model/transcript.ts';
import { comparable } from './comparable.ts';
import type { Lexicon, Rule } from './lexicon.ts';
import type { Hit } from './scan.ts';

/** What one occurrence is worth: a question names its subject, an answer may only touch on it. */
const worth = { question: 1, answer: 0.5 } as const;
const sides = ['question', 'answer'] as const;

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
  for (const side of sides)
    for (const hit of lexicon.hits(wordsOn(side, exchange, language, lexicon.language))) {
      const others = said[side].get(hit.phrase);
      if (others) others.push(hit);
      else said[side].set(hit.phrase, [hit]);
    }
  return sides.flatMap((side) =>
    [...said[side].keys()].flatMap((phrase) =>
      (lexicon.rules.get(phrase) ?? []).flatMap((rule) => reasonOf(rule, phrase, side, said)),
    ),
  );
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

function reasonOf(
  rule: Rule,
  phrase: string,
  side: Reason['side'],
  said: Said,
): [string, Reason][] {
  const says = (word: string) => sides.some((each) => said[each].has(word));
  if (rule.with.length > 0 && !rule.with.some(says)) return [];
  if (rule.without.some(says)) return [];
  const covers = [...rule.except].flatMap((word) => said[side].get(word) ?? []);
  const times = (said[side].get(phrase) ?? []).filter(
    ({ start, end }) => !covers.some((cover) => cover.start <= start && cover.end >= end),
  ).length;
  const strength = times * rule.weight * worth[side];
  return times > 0 ? [[rule.topic, { phrase: rule.phrase, side, times, strength }]] : [];
}
