import type { TopicLanguage } from '../model/topic.ts';

/** Words that begin or end no phrase worth a topic. */
const weak = new Set(
  `a about all an and any are as at be been but by can could did do does for from get go going had has have he her him his how i if in into is it its just like more much no not of on one or our out said say she should so some that the their them then there these they this those to up us was we well were what when where which who why will with would you your admiral being doesn't don't good last president see thank thanks used want wants yesterday today tomorrow yes okay sorry sir doing getting taking making question questions discussion helpful countries monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december`.split(
    ' ',
  ),
);

/** Han characters at which no phrase begins or ends. */
const weakHan =
  /^[的了是在和对有将会等与及就也都为被把向从到于其该此这那我你他她们吗呢何并或但还再已最各每者些式后前中上下不没]|[的了是在和对有将会等与及就也都为被把向从到于其该此这那我你他她们吗呢何并或但还再已最各每后前]$/u;

/** 第二十六, 第五次: which one it is, not what. */
const numeral = /^第?[一二三四五六七八九十百千两]+(?:[次届轮个]|阶段)?$/u;

/** What every question is put with, whatever it is about. */
const formula =
  /请问|第?[一二]个?问题|据报道|刚才|表示|有何|哪些?|期待|提出|能否|如何看待|分享|更多|外交部|外国|有关|情况|消息|双方|达成|期间|现任|建设性|周末|发言人|介绍|评论|回应|消息人士/gu;

const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};

/** The offsets at which words of a text begin and, for the last one, end: Chinese ones by ICU's dictionary. */
export const wordEdges = (text: string, language: TopicLanguage): number[] => [
  ...[...segmenters[language].segment(text)].map(({ index }) => index),
  text.length,
];

/** The words that a phrase is made of. */
export function wordsOfPhrase(phrase: string, language: TopicLanguage): string[] {
  const edges = wordEdges(phrase, language);
  return edges.slice(1).map((end, at) => phrase.slice(edges[at], end));
}

/** 世界知识产权组织 has eight. */
const longestHan = 8;

/**
 * The phrases that words could be known by, each once: runs of two to eight Han characters, or one
 * to three Latin words, whole ones, without those that only hold others together.
 */
export function gramsIn(words: string, language: TopicLanguage): Set<string> {
  return language === 'zh' ? hanGrams(words) : latinGrams(words);
}

function hanGrams(words: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of words.replace(formula, '\n').matchAll(/\p{Script=Han}{2,}/gu)) {
    const edges = wordEdges(run, 'zh');
    for (const [at, start] of edges.entries())
      for (const end of edges.slice(at + 1)) {
        const gram = run.slice(start, end);
        if (gram.length > longestHan) break;
        const isPhrase = isOfWords(run, edges, start, end) && !weakHan.test(gram);
        if (isPhrase && !numeral.test(gram)) grams.add(gram);
      }
  }
  return grams;
}

/** One character that ends a name of a thing: 锡克教, 现代化, 国家安全法. */
const suffix = /[教化法案岛州党会权]$/u;

/** Whether a run's stretch begins and ends with words of two characters or a suffix: another one alone is left of a longer name. */
const isOfWords = (run: string, edges: number[], start: number, end: number): boolean =>
  !edges.includes(start + 1) && (!edges.includes(end - 1) || suffix.test(run.slice(start, end)));

function latinGrams(words: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of words
    .replace(/'s\b/gu, '')
    .matchAll(/[\p{L}\p{N}'-]+(?: [\p{L}\p{N}'-]+)*/gu)) {
    const list = run.split(' ');
    for (let start = 0; start < list.length; start++)
      for (let end = start + 1; end <= Math.min(start + 3, list.length); end++) {
        const gram = list.slice(start, end);
        const edges = [gram[0] ?? '', gram.at(-1) ?? ''];
        if (edges.every((word) => word.length > 2 && !weak.has(word) && !/^\d+$/u.test(word)))
          grams.add(gram.join(' '));
      }
  }
  return grams;
}
