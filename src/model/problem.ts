/** Something wrong in a file of the content folder; that file, or that line, was left out. */
export interface Problem {
  /** Path below the content folder, with `/`. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** One sentence: "Expected x, got `y`" or "Cannot x without y". */
  reason: string;
}
