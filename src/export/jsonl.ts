/** Lines of JSON, one for each value, each ended by a line feed. */
export function* jsonl(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}
