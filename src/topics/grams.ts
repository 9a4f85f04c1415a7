import type { TopicLanguage } from '../model/topic.ts';

/** Words that begin or end no phrase worth a topic. */
const weak = new Set(
  `a about all an and any are as at be been but by can could did do does for from get go going had has have he her him his how i if in into is it its just like more much no not of on one or our out said say she should so some that the their them then there these they this those to up us was we well were what when where which who why will with would you your`.split(
    ' ',
  ),
);

/** Han characters at which no phrase begins or ends. */
const weakHan =
  /^[的了是在和对有将会等与及就也都为被把向从到于其该此这那我你他她们吗呢何并或但还再已最各每者后前中上下不没]|[的了是在和对有将会等与及就也都为被把向从到于其该此这那我你他她们吗呢何并或但还再已最各每后前]$/u;

/** What every question is put with, whatever it is about. */
const formula = /请问|第?[一二]个?问题|据报道|刚才|表示|有何|哪些?|期待|提出/gu;

/** 世界知识产权组织 has eight. */
const longestHan = 8;

/**
 * The phrases that words could be known by, each once: runs of two to eight Han characters, or one
 * to three Latin words, without those that only hold others together.
 */
export function gramsIn(words: string, language: TopicLanguage): Set<string> {
  return language === 'zh' ? hanGrams(words) : latinGrams(words);
}

function hanGrams(words: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of words.replace(formula, '\n').matchAll(/\p{Script=Han}{2,}/gu))
    for (let start = 0; start < run.length - 1; start++)
      for (let end = start + 2; end <= Math.min(start + longestHan, run.length); end++) {
        const gram = run.slice(start, end);
        if (!weakHan.test(gram)) grams.add(gram);
      }
  return grams;
}

function latinGrams(words: string): Set<string> {
  const grams = new Set<string>();
  for (const [run] of words.matchAll(/[\p{L}\p{N}'-]+(?: [\p{L}\p{N}'-]+)*/gu)) {
    const list = run.split(' ');
    for (let start = 0; start < list.length; start++)
      for (let end = start + 1; end <= Math.min(start + 3, list.length); end++) {
        const gram = list.slice(start, end);
        const edges = [gram[0] ?? '', gram.at(-1) ?? ''];
        if (edges.every((word) => word.length > 2 && !weak.has(word))) grams.add(gram.join(' '));
      }
  }
  return grams;
}
