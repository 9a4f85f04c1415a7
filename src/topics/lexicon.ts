import type { Cue, Topic, TopicLanguage } from '../model/topic.ts';
import { comparable } from './comparable.ts';
import { type Hit, scanner } from './scan.ts';

/** A cue of a topic, ready to be counted; every word in it is comparable. */
export interface Rule {
  topic: string;
  /** As the topic file writes it. */
  phrase: string;
  weight: number;
  with: string[];
  without: string[];
  /** Words inside which an occurrence does not count. */
  except: Set<string>;
  isTerritory: boolean;
}

/** All that topics look for in one language. */
export interface Lexicon {
  language: TopicLanguage;
  /** Every occurrence of every word and pattern in a comparable text. */
  hits(text: string): Hit[];
  /** What a hit counts for, by its phrase. */
  rules: Map<string, Rule[]>;
}

/** Compile the topics' words in one language. */
export function lexiconOf(topics: Iterable<Topic>, language: TopicLanguage): Lexicon {
  const words = new Set<string>();
  const patterns = new Map<string, RegExp>();
  const rules = new Map<string, Rule[]>();
  for (const topic of topics) {
    const cues = (topic.phrases[language] ?? []).map(written);
    const phrases = cues.flatMap(({ key, pattern }) => (pattern ? [] : [key]));
    const except = (topic.except?.[language] ?? []).map(comparable);
    for (const { key, pattern, ...terms } of cues) {
      const longer = phrases.filter((word) => word !== key);
      const inside = new Set([...except, ...longer].filter((word) => holds(word, key)));
      const isTerritory = topic.territory !== undefined;
      const rule = { topic: topic.id, ...terms, except: inside, isTerritory };
      rules.set(key, [...(rules.get(key) ?? []), rule]);
      if (pattern) patterns.set(key, pattern);
      else words.add(key);
      for (const word of [...rule.with, ...rule.without, ...inside]) words.add(word);
    }
  }
  const scan = scanner(words);
  const hits = (text: string) => [
    ...scan(text),
    ...[...patterns].flatMap(([key, pattern]) => matches(text, key, pattern)),
  ];
  return { language, hits, rules };
}

/** A cue with every term said, and the key that its hits carry. */
function written(cue: Cue) {
  const { weight = 1, with: company = [], without = [] } = typeof cue === 'string' ? {} : cue;
  const terms = { weight, with: company.map(comparable), without: without.map(comparable) };
  if (typeof cue !== 'string' && 'pattern' in cue) {
    const pattern = new RegExp(cue.pattern, 'giu');
    return { key: `/${cue.pattern}/`, phrase: cue.pattern, pattern, ...terms };
  }
  const phrase = typeof cue === 'string' ? cue : cue.phrase;
  return { key: comparable(phrase), phrase, pattern: null, ...terms };
}

const stem = (word: string): string => word.replace(/\*$/u, '');

const holds = (longer: string, shorter: string): boolean => stem(longer).includes(stem(shorter));

const matches = (text: string, phrase: string, pattern: RegExp): Hit[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: { length }, index }) =>
    length > 0 ? [{ phrase, start: index, end: index + length }] : [],
  );
