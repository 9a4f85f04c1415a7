import type { Archive } from '../../src/model/archive.ts';
import { directoryPath } from '../../src/search/directory.ts';
import { openIndex, type SearchIndex } from '../../src/search/engine.ts';
import { buildIndex } from '../../src/search/index-builder.ts';
import { lookUpSeldom } from '../../src/search/seldom.ts';

/** The files of an archive's index by path. */
export function builtFiles(archive: Archive): Map<string, Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { path, bytes } of buildIndex(archive))
    if (bytes) files.set(path, new Uint8Array(bytes));
  return files;
}

/** The engine over files in memory, telling which it reads; a path that was not built rejects. */
export function openFiles(
  files: Map<string, Uint8Array<ArrayBuffer>>,
  tell: (path: string) => void = () => {},
): Promise<SearchIndex> {
  if (!files.has(directoryPath)) throw new Error(`Expected ${directoryPath} among the built files`);
  return openIndex(
    async (path) => {
      tell(path);
      const bytes = files.get(path);
      if (!bytes) throw new Error(`Expected a built file, got \`${path}\``);
      return bytes;
    },
    async () => ({ lookUpSeldom }),
  );
}
