/** Marks the words that a reader came for: `?q=…` in the address, once for each form as it stands in the text. */
const wanted = new URLSearchParams(location.search)
  .getAll('q')
  .filter((words) => words.trim() !== '')
  .slice(0, 20);

/** Letters of scripts with spaces: a word is marked only whole. */
const letter = /[\p{L}\p{N}\p{M}]/u;
const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;
const inWord = (text: string): boolean => letter.test(text) && !spaceless.test(text);

const cutsWord = (text: string, at: number): boolean =>
  inWord(text.slice(at - 1, at)) && inWord(text.slice(at, at + 1));

/** Where the wanted words stand in a text. */
function spansIn(text: string): [start: number, end: number][] {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : text;
  const spans: [number, number][] = [];
  for (const words of wanted) {
    const sought = words.toLowerCase();
    for (
      let at = folded.indexOf(sought);
      at >= 0;
      at = folded.indexOf(sought, at + sought.length)
    ) {
      const end = at + sought.length;
      if (!cutsWord(text, at) && !cutsWord(text, end)) spans.push([at, end]);
    }
  }
  return spans.sort(([a], [b]) => b - a);
}

/** Marks within one paragraph, from its end to its start so that offsets stay right; marks never overlap. */
function markParagraph(paragraph: Element): void {
  let before = Number.POSITIVE_INFINITY;
  for (const [start, end] of spansIn(paragraph.textContent)) {
    if (end > before) continue;
    before = start;
    for (const { node, from, to } of piecesOf(paragraph, start, end)) {
      const hit = node.splitText(from);
      hit.splitText(to - from);
      const mark = document.createElement('mark');
      hit.replaceWith(mark);
      mark.append(hit);
    }
  }
}

/** The text nodes that hold a run of a paragraph's characters, and which characters of each. */
function piecesOf(
  paragraph: Element,
  start: number,
  end: number,
): { node: Text; from: number; to: number }[] {
  const pieces: { node: Text; from: number; to: number }[] = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.data.length);
    if (from < to) pieces.push({ node, from, to });
    at += node.data.length;
  }
  return pieces;
}

if (wanted.length > 0) {
  for (const paragraph of document.querySelectorAll('.turn p')) markParagraph(paragraph);
  if (location.hash === '')
    document.querySelector('.turn mark')?.scrollIntoView({ block: 'center' });
}
