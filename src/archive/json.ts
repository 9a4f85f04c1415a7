import { shown } from './reasons.ts';
import { type Report, readYaml, type Yaml } from './yaml.ts';

/**
 * Read JSON; undefined, and reported, where it is none.
 *
 * Valid JSON is YAML as well, so that a place is looked up there, and only once it is asked for.
 */
export function readJson(
  text: string,
  file: string,
  report: Report,
  firstLine = 1,
): Yaml | undefined {
  try {
    return {
      value: JSON.parse(text),
      problem: (path, reason) =>
        readYaml(text, file, () => {}, firstLine)?.problem(path, reason) ?? {
          file,
          line: firstLine,
          column: 1,
          reason,
        },
    };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, offset).split('\n');
    const got = text.slice(offset).split('\n', 1)[0]?.trim();
    report({
      file,
      line: firstLine + before.length - 1,
      column: (before.at(-1)?.length ?? 0) + 1,
      reason: `Expected JSON, got ${shown(got)}`,
    });
    return undefined;
  }
}
