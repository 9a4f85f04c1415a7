import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from './files-below.ts';
import type { Report } from './yaml.ts';

/** Throws where there is no content folder. */
export async function needFolder(content: string): Promise<void> {
  const found = await stat(content).catch(() => null);
  if (found?.isDirectory()) return;
  throw new Error(
    `Cannot read an archive without its folder: ${content} (give another by --content, or start one: npx lectern init)`,
  );
}

/** Files below a folder of content/ that end in `extension`, as paths below content/, sorted; none where the folder is missing. */
export function filesIn(content: string, folder: string, extension: string): string[] {
  return filesBelow(path.join(content, folder))
    .filter((file) => file.endsWith(extension))
    .map((file) => path.posix.join(folder, file));
}

/**
 * A file's text; undefined if it is missing or, which is reported, not UTF-8 or not readable.
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
