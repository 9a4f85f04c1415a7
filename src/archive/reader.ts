import path from 'node:path';
import PQueue from 'p-queue';
import type { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import { FileMemory } from './file-memory.ts';
import { filesIn, readText } from './folder.ts';
import { type Matter, readMatter } from './matter.ts';
import { shown } from './reasons.ts';
import { check, type Report, readYaml, type Yaml } from './yaml.ts';

/** A checked value of a file, and where it and its fields stand. */
export interface Located<T> {
  value: T;
  /** Path below content/. */
  file: string;
  problem(path: PropertyKey[], reason: string): Problem;
}

/** The ways a content folder holds values; each reports what does not fit and returns what does. */
export interface Reader {
  /** The one value of a YAML file, or none. */
  one<Schema extends z.ZodType>(file: string, schema: Schema): Promise<Located<z.infer<Schema>>[]>;
  /** The values of a YAML list, each checked by itself, so that a faulty one hides no other. */
  list<Schema extends z.ZodType>(file: string, schema: Schema): Promise<Located<z.infer<Schema>>[]>;
  /** One value for each YAML file below a folder, by path. */
  each<Schema extends z.ZodType>(
    folder: string,
    schema: Schema,
  ): Promise<Located<z.infer<Schema>>[]>;
  /** The front matter of each Markdown file below a folder, with the text below it, by path. */
  markdown<Schema extends z.ZodType>(
    folder: string,
    schema: Schema,
  ): Promise<(Located<z.infer<Schema>> & { markdown: string })[]>;
}

/** What was read of files that people write. */
export type MatterMemory = FileMemory<Matter | undefined>;

/** Read the files of a content folder; a missing file or folder holds nothing. */
export function openReader(
  content: string,
  report: Report,
  memory: MatterMemory = new FileMemory(),
): Reader {
  const matterOf = (file: string, read: typeof readMatter): Promise<Matter | undefined> =>
    memory.recall(path.join(content, file), report, async (tell) => {
      const text = await readText(content, file, tell);
      return text === undefined ? undefined : read(text, file, tell);
    });
  const yamlOf = async (file: string): Promise<Yaml | undefined> =>
    (await matterOf(file, readWhole))?.yaml;
  const reader: Reader = {
    async one(file, schema) {
      const yaml = await yamlOf(file);
      return yaml ? locate(yaml, file, schema, report) : [];
    },
    async list(file, schema) {
      const yaml = await yamlOf(file);
      if (!yaml) return [];
      if (Array.isArray(yaml.value)) {
        return yaml.value.flatMap((_, index) => locate(yaml, file, schema, report, [index]));
      }
      report(yaml.problem([], `Expected a list, got ${shown(yaml.value)}`));
      return [];
    },
    async each(folder, schema) {
      const files = filesIn(content, folder, '.yaml');
      return (await someAtOnce(files, (file) => reader.one(file, schema))).flat();
    },
    async markdown(folder, schema) {
      const files = filesIn(content, folder, '.md');
      const texts = await someAtOnce(files, async (file) => {
        const matter = await matterOf(file, readMatter);
        if (!matter) return [];
        const { yaml, markdown } = matter;
        return locate(yaml, file, schema, report).map((located) => ({ ...located, markdown }));
      });
      return texts.flat();
    },
  };
  return reader;
}

/** What `read` gives of each file, in their order; few files are open at a time, for systems allow few. */
const someAtOnce = <Read>(
  files: string[],
  read: (file: string) => Promise<Read>,
): Promise<Read[]> => new PQueue({ concurrency: 8 }).addAll(files.map((file) => () => read(file)));

/** A file that is nothing but YAML. */
function readWhole(text: string, file: string, report: Report): Matter | undefined {
  const yaml = readYaml(text, file, report);
  return yaml && { yaml, markdown: '' };
}

function locate<Schema extends z.ZodType>(
  yaml: Yaml,
  file: string,
  schema: Schema,
  report: Report,
  base: PropertyKey[] = [],
): Located<z.infer<Schema>>[] {
  const value = check(yaml, schema, report, base);
  if (value === undefined) return [];
  return [{ value, file, problem: (path, reason) => yaml.problem([...base, ...path], reason) }];
}
