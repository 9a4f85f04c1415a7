import type { Archive, Listed } from '../model/archive.ts';
import type { TopicLanguage } from '../model/topic.ts';
import type { Turn } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';

/** What an action of `lectern topics` is asked. */
export interface Request {
  args: string[];
  archive: Archive;
  since?: string | undefined;
  language: TopicLanguage;
  limit: number;
}

/** What it answers, for people and for programs; a sentence where it was asked wrongly. */
export type Action = (request: Request) => { lines: string[]; data: unknown } | string;

/** Every exchange that listings count, the oldest first. */
export const listedIn = ({ transcripts }: Archive): Listed[] =>
  transcripts.flatMap((transcript) =>
    transcript.children.flatMap((child) =>
      child.type === 'exchange' && !child.flags.includes('slight')
        ? [{ transcript, exchange: child }]
        : [],
    ),
  );

/** The turns that ask. */
export const questionsOf = ({ exchange }: Listed): Turn[] =>
  exchange.children
    .filter((child) => child.type === 'turn')
    .filter(({ kind }) => kind === 'question');

/** The first words asked, in one line of at most 60 characters. */
export function beginning(listed: Listed): string {
  const words = questionsOf(listed).map(wordsOf).join(' ').replace(/\s+/gu, ' ');
  return [...words].length > 60 ? `${[...words].slice(0, 59).join('')}…` : words;
}
