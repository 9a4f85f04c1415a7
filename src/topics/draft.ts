import { stringify } from 'yaml';
import type { TopicLanguage } from '../model/topic.ts';

/** What a draft leaves to its author; a topic that still says any of it is no topic yet. */
export const blanks = {
  names: { 'zh-Hans': '名称', en: 'NAME' },
  description: [
    '这个议题包括什么，用一两句中性的话说明。',
    'WHAT THIS TOPIC HOLDS, in a neutral sentence or two.',
  ],
} as const;

/** A topic file to begin with: save it as `content/topics/<id>.md` and mend what is in capitals. */
export function draftOf(id: string, phrases: readonly string[], language: TopicLanguage): string {
  const [name = id] = phrases;
  const names = { ...blanks.names, [language === 'zh' ? 'zh-Hans' : 'en']: name };
  const matter = stringify({ id, names, parents: [], phrases: { [language]: phrases } });
  return `---\n${matter}---\n\n${blanks.description.join('\n\n***\n\n')}\n`;
}
