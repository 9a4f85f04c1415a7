/** How a citation is set: a style of the Citation Style Language, ours or a file of `content/styles`. */
export interface Style {
  /** File name without `.csl`, such as `apa`. */
  id: string;
  /** What the style calls itself, such as `APA`. */
  name: string;
  /** The style itself, as XML. */
  csl: string;
}
