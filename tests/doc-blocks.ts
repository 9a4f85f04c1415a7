import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** What shows a reader how to work with Lectern. */
export const docFiles: string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'starter/README.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A fenced block of a Markdown file. */
export interface Block {
  file: string;
  /** Of its first fence. */
  line: number;
  /** What the fence names; empty where it names nothing, which is for commands. */
  language: string;
  text: string;
}

/** The fenced blocks of a file, in order. */
export function blocksOf(file: string): Block[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/^```([a-z]*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: language = '', 2: block = '' }) => ({
      file,
      line: text.slice(0, index).split('\n').length,
      language,
      text: block,
    }),
  );
}

/** The commands of a block as they are typed, each with the lines that it goes on in. */
export function commandsOf({ language, text }: Block): string[] {
  const lines = text
    .replace(/\|\n\s+/g, '| ')
    .split('\n')
    .filter(Boolean);
  if (language === 'crontab') return lines.map((line) => line.replace(/^(?:\S+\s+){5}/, ''));
  return language === '' || language === 'sh' ? lines : [];
}
