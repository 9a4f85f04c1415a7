import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Link, leadsOutside, linksOutside } from '../files/inside.ts';
import type { Problem } from '../model/problem.ts';
import { filesBelow } from './files-below.ts';
import { oddNames, wellNamed } from './names.ts';
import { shown } from './reasons.ts';
import type { Report } from './yaml.ts';

/** Throws where there is no content folder. */
export async function needFolder(content: string): Promise<void> {
  const found = await stat(content).catch(() => null);
  if (found?.isDirectory()) return;
  throw new Error(
    `Cannot read an archive without its folder: ${content} (give another by --content, or start one: npx lectern init)`,
  );
}

/**
 * Files below a folder of content/ that end in `extension`, as paths below content/, sorted; none where the folder
 * is missing. What a link outside of content/ leads to and what is oddly named is passed over: `openContent` names it.
 */
export function filesIn(content: string, folder: string, extension: string): string[] {
  if (leadsOutside(content, folder)) return [];
  const files = filesBelow(path.join(content, folder))
    .filter((file) => file.endsWith(extension))
    .map((file) => path.posix.join(folder, file));
  return wellNamed(files).filter((file) => !leadsOutside(content, file));
}

/** What keeps files of content/ from being read: links that lead out of it, and odd names. */
export const strayProblems = (content: string): Problem[] =>
  [...linksOutside(content).map(linkFault), ...oddNames(content)].map((it) => ({
    ...it,
    line: 1,
    column: 1,
  }));

const linkFault = ({ file, target }: Link) => ({
  file,
  reason: `Expected a file or folder of the content folder, got a link to ${shown(target)}; put a copy in its place`,
});

/**
 * A file's text; undefined if it is missing, if a link leads to it from outside, or, which is reported, not UTF-8 or not readable.
 *
 * A file that cannot be read is a fatal problem: what it says is not known, so nothing may be published as gone.
 */
export async function readText(
  content: string,
  file: string,
  report: Report,
): Promise<string | undefined> {
  const problem = (reason: string): undefined =>
    report({ file, line: 1, column: 1, reason }) ?? undefined;
  if (leadsOutside(content, file)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await readFile(path.join(content, file)),
    );
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return problem('Expected UTF-8, got other bytes');
    const reason = `Cannot read the file (${code}): nothing is built or numbered without it`;
    return report({ file, line: 1, column: 1, reason, fatal: true }) ?? undefined;
  }
}
