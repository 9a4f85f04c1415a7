/** A text node of a host and where it begins in the host's words. */
export interface Piece {
  node: Text;
  at: number;
}

/** What can be quoted from: exchanges, and the page of a transcript for what was said outside of them. */
export const hosts = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-version]'),
];

/** The words of a host as they can be quoted, and the nodes that hold them; letters of parts are ours. */
export function wordsIn(host: Element): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const paragraphs = [...host.querySelectorAll('.turn p,.note')].filter(
    (it) => it.closest('[data-version]') === host,
  );
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) text += '\n';
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('.pin')) continue;
      pieces.push({ node, at: text.length });
      text += node.data;
    }
  }
  return { text, pieces };
}

/** Where a selection lies in the words of a host, white space at its ends left out; null where it has none. */
export function selectedIn(host: Element, range: Range): [start: number, end: number] | null {
  const { text, pieces } = wordsIn(host);
  const inside = pieces.filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (!first || !last) return null;
  const from = first.at + (first.node === range.startContainer ? range.startOffset : 0);
  const to = last.at + (last.node === range.endContainer ? range.endOffset : last.node.length);
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = from + words.trimEnd().length;
  return start < end ? [start, end] : null;
}

/** Mark a stretch of a host's words; the first mark. */
export function markWords(host: Element, start: number, end: number): Element | null {
  let first: Element | null = null;
  for (const { node, at } of wordsIn(host).pieces) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, node.length)];
    if (from >= to) continue;
    const hit = node.splitText(from);
    hit.splitText(to - from);
    const mark = document.createElement('mark');
    hit.replaceWith(mark);
    mark.append(hit);
    first = first ?? mark;
  }
  return first;
}
