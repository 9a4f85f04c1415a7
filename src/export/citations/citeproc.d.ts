declare module 'citeproc' {
  /** What the processor asks for while it works. */
  interface Sys {
    /** A locale file, as XML, for a tag such as `en-US`. */
    retrieveLocale(tag: string): string;
    retrieveItem(id: string): object;
  }

  /** One style in one language (citeproc-js 2.4). */
  class Engine {
    /** With `force`, `language` is the language of every citation, whatever the style's own is. */
    constructor(sys: Sys, style: string, language: string, force: boolean);
    /** What it knows of items, by the text of their short form. */
    registry: { ambigcites: object };
    updateItems(ids: string[]): void;
    /** Parameters, and a string for each item; false where the style has no bibliography. */
    makeBibliography(): [unknown, string[]] | false;
  }

  const CSL: {
    Engine: typeof Engine;
    /** Which letters of a text are set as raised ordinary ones. */
    SUPERSCRIPTS_REGEXP: RegExp;
  };
  export default CSL;
}
