import { stringify } from 'yaml';
import type { TopicLanguage } from '../model/topic.ts';

/** A topic file to begin with: save it as `content/topics/<id>.md` and mend what is in capitals. */
export function draftOf(id: string, phrases: readonly string[], language: TopicLanguage): string {
  const [name = id] = phrases;
  const names = {
    'zh-Hans': language === 'zh' ? name : '名称',
    en: language === 'en' ? name : 'NAME',
  };
  const matter = stringify({ id, names, parents: [], phrases: { [language]: phrases } });
  return `---\n${matter}---\n\n这个议题包括什么，用一两句中性的话说明。\n\n***\n\nWHAT THIS TOPIC HOLDS, in a neutral sentence or two.\n`;
}
