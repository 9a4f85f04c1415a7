import type { Block, Inline } from '../model/document.ts';

type Place = Block['place'];
type Mark = Omit<Inline, 'end'>;

/** White space that HTML folds; no-break and ideographic spaces are characters of the page. */
const foldable = /[ \t\r\n\f]+/g;
const leading = /^[\s\u200b\ufeff]+/u;

/** Collects runs of inline text into blocks; a block ends where `close` is called. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  #text = '';
  /** Asking the text itself for its end would copy it together anew for each run. */
  #endsInSpace = false;
  #place: Place | null = null;
  #open: Mark[] = [];
  #inlines: Inline[] = [];

  /** Append text as the page holds it; `place` tells where its character at an offset stands. */
  append(raw: string, place: (offset: number) => Place): void {
    let text = raw.replace(foldable, ' ');
    if (this.#text === '') {
      text = text.replace(leading, '');
      if (text === '') return;
      this.#place = place(raw.length - raw.replace(leading, '').length);
    } else if (this.#endsInSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    this.#text += text;
    this.#endsInSpace = text.endsWith(' ');
  }

  /** Begin an inline run; runs nest and outlive the blocks they span. */
  mark(kind: Inline['kind'], url?: string): void {
    this.#open.push({ kind, start: this.#text.length, ...(url === undefined ? {} : { url }) });
  }

  /** End the innermost run. */
  unmark(): void {
    const mark = this.#open.pop();
    if (mark) this.#keep(mark);
  }

  /** End the block; white space alone makes none. */
  close(kind: Block['kind'], language?: string): void {
    for (const mark of this.#open) {
      this.#keep(mark);
      mark.start = 0;
    }
    const text = trimEnd(this.#text);
    if (text !== '' && this.#place) {
      this.blocks.push({
        text,
        place: this.#place,
        inlines: clip(this.#inlines, text.length),
        kind,
        ...(language === undefined ? {} : { language }),
      });
    }
    this.#text = '';
    this.#endsInSpace = false;
    this.#place = null;
    this.#inlines = [];
  }

  #keep(mark: Mark): void {
    if (this.#text.length > mark.start) this.#inlines.push({ ...mark, end: this.#text.length });
  }
}

function clip(inlines: Inline[], length: number): Inline[] {
  return inlines
    .filter((inline) => inline.start < length)
    .map((inline) => ({ ...inline, end: Math.min(inline.end, length) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Without white space and zero-width characters at the end; a pattern would look at each run of them. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s\u200b\ufeff]/u.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
