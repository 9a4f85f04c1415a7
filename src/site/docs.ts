import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Here } from './here.ts';

/** A page of Lectern's own documentation. */
export interface DocSheet {
  path: string;
  title: string;
  markdown: string;
}

const folder = path.join(import.meta.dirname, '../../docs');

/** Every page of the documentation below `/docs/`, by name; `index.md` is the first page. */
export async function docSheets(): Promise<DocSheet[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const markdown = await readFile(path.join(folder, name), 'utf8');
      const title = /^# (.+)$/m.exec(markdown)?.[1] ?? name;
      return { path: docPath(path.basename(name, '.md')), title, markdown };
    }),
  );
}

const docPath = (name: string): string => (name === 'index' ? '/docs/' : `/docs/${name}/`);

/** The text below the title, its links from file to file made into links from page to page. */
export const docBody = ({ markdown }: DocSheet, here: Here): string =>
  markdown
    .replace(/^# .+\n/, '')
    .replace(/\]\(([a-z-]+)\.md\)/g, (_, name: string) => `](${here.to(docPath(name))})`);
