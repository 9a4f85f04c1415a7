import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import { reasons, shown, valueAt } from './reasons.ts';

/** Takes each problem as it is found. */
export type Report = (problem: Problem) => void;

/** A YAML (or JSON) text in memory that knows where each value stands. */
export interface Yaml {
  value: unknown;
  /** A problem at the field that a path leads to, or at the deepest one on the way that is there. */
  problem(path: PropertyKey[], reason: string): Problem;
}

/**
 * Read YAML; undefined, with every syntax fault reported, where it is none.
 *
 * `firstLine` is the line of the file on which `text` begins, for front matter.
 */
export function readYaml(
  text: string,
  file: string,
  report: Report,
  firstLine = 1,
): Yaml | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, reason: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col, reason };
  };
  const faults = [...document.errors, ...document.warnings];
  for (const { pos, message } of faults) {
    const line = shown(text.slice(pos[0]).split('\n', 1)[0]);
    report(at(pos[0], `Expected YAML, got ${line}: ${message.split('\n', 1)[0]}`));
  }
  if (faults.length > 0) return undefined;
  try {
    return {
      value: document.toJS(),
      problem: (path, reason) => at(offsetOf(document.contents, path), reason),
    };
  } catch (cause) {
    report(at(0, `Expected YAML, got ${shown(cause instanceof Error ? cause.message : cause)}`));
    return undefined;
  }
}

/** The value at a path if it fits the schema; else undefined, with every fault reported. */
export function check<Schema extends z.ZodType>(
  yaml: Yaml,
  schema: Schema,
  report: Report,
  path: PropertyKey[] = [],
): z.infer<Schema> | undefined {
  const value = valueAt(yaml.value, path);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const fault of reasons(result.error, value)) {
    report(yaml.problem([...path, ...fault.path], fault.reason));
  }
  return undefined;
}

function offsetOf(root: Node | null, path: PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap<Node, Node>(node)) {
      const pair = node.items.find(({ key: name }) => String(name) === String(key));
      if (!pair) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq<Node>(node)) {
      const item = node.items[Number(key)];
      offset = item?.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}
