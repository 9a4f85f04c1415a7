import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The clone. */
export const root = path.resolve(import.meta.dirname, '../..');

/** A source file of ours, read. */
export interface Code {
  /** Path below the clone, with `/`. */
  file: string;
  text: string;
  /** What it imports: paths below the clone for our own files, else the package or `node:` name. */
  imports: string[];
}

/** Every TypeScript file below these folders, by path. */
export function code(...folders: string[]): Code[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
      .sort()
      .map((file) => read(path.posix.join(folder, file.split(path.sep).join('/')))),
  );
}

/** The tree of a file, for what its text does not show. */
export const treeOf = ({ file, text }: Code): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);

function read(file: string): Code {
  const text = readFileSync(path.join(root, file), 'utf8');
  const imports = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
    );
  return { file, text, imports };
}
