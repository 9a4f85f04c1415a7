/** A run of characters in a block that is more than plain text, by UTF-16 offsets. */
export interface Inline {
  kind: 'bold' | 'emphasis' | 'link';
  start: number;
  end: number;
  /** Absolute address, for links only. */
  url?: string;
}

/** One block of a page in reading order: a paragraph, a heading, a line between two breaks. */
export interface Block {
  /** Text with inline tags joined without a space, outer white space cut, inner white space kept. */
  text: string;
  /** Line and column, from 1, of the block's first character in the decoded capture. */
  place: { line: number; column: number };
  inlines: Inline[];
  /** What the page says the block is. */
  kind: 'paragraph' | 'heading' | 'cell';
  /** What a correction says the block is, and under which label. */
  as?: { kind: 'question' | 'answer' | 'statement' | 'note' | 'noise'; label?: string };
  /** BCP 47 tag where the page marks one that differs from its own. */
  language?: string;
}

/** Words of the body that a named rule keeps out of the record. */
export interface Dropped {
  rule: string;
  text: string;
  place: { line: number; column: number };
}

/** Title, date sources and ordered blocks of a page, with positions; lives in memory only. */
export interface Document {
  url: string;
  title: string;
  /** Line and column where the title stands; the start of the page where it has none. */
  titleAt: Block['place'];
  /** Publisher or author as the page gives it. */
  publisher: string | null;
  blocks: Block[];
  /** The few lines that stand before the body: by-line, day, kind of page; told only when asked, for it takes a walk. */
  lead?: () => Block[];
  dropped: Dropped[];
  /** Named values of the head: `PubDate`, `date`, …; the first of each name. */
  meta: Record<string, string>;
  /** Letters and digits of the body and of the visible page: how much of the page was read. */
  coverage: { body: number; page: number };
}
