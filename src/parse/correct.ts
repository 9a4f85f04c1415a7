import type { VFile } from 'vfile';
import type { Correction } from '../model/correction.ts';
import type { Block, Document } from '../model/document.ts';
import { cut } from './line.ts';
import type { ParseContext } from './page.ts';

type Change = Correction['blocks'][number];

/** Says at a place of the page why a correction does not fit it. */
type Refuse = (place: Block['place'] | undefined, reason: string) => never;

/**
 * The document with its blocks as a correction says they are to be read.
 *
 * `capture` is the digest of the page's bytes. Fails where the correction was made for other bytes,
 * and where the words that name a block are not there or not the only ones.
 */
export function correct(
  document: Document,
  correction: ParseContext['correction'],
  capture: string | undefined,
  file: VFile,
): Document {
  if (!correction) return document;
  const start = document.blocks[0]?.place ?? document.titleAt;
  const refuse: Refuse = (place = start, reason) =>
    file.fail(`${reason} (${correction.file})`, {
      ruleId: 'stale-correction',
      source: 'correct',
      place,
    });
  if (capture === undefined || !correction.captures.includes(capture))
    refuse(
      start,
      `Expected a capture that the correction names, got \`${capture}\`; look at the page again and add it under \`captures\``,
    );
  const blocks = correction.blocks.reduce(
    (all, change) => apply(all, change, refuse),
    document.blocks,
  );
  return { ...document, blocks };
}

function apply(blocks: Block[], change: Change, refuse: Refuse): Block[] {
  const fitting = blocks.filter(({ text }) => text.startsWith(change.starts));
  const [block, another] = fitting;
  if (!block || another)
    refuse(
      another?.place,
      `Expected one block that starts with \`${change.starts}\`, got ${fitting.length}`,
    );
  const at = blocks.indexOf(block);
  const { as: kind, label, split, join } = change;
  const marked = kind
    ? { ...block, as: { kind, ...(label === undefined ? {} : { label }) } }
    : block;
  if (split) return blocks.toSpliced(at, 1, ...cut(marked, offsets(block, split, refuse)));
  if (!join) return blocks.with(at, marked);
  const before = blocks[at - 1];
  if (!before) refuse(block.place, `Expected a block before \`${change.starts}\`, got none`);
  return blocks.toSpliced(at - 1, 2, joined(before, marked));
}

function offsets({ text, place }: Block, split: string[], refuse: Refuse): number[] {
  const found = split.map((starts) => {
    const at = text.indexOf(starts);
    if (at <= 0 || text.includes(starts, at + 1))
      refuse(place, `Expected \`${starts}\` once inside its block, got it elsewhere`);
    return at;
  });
  return found.sort((a, b) => a - b);
}

/** Two blocks as one, with a space between words of scripts that have spaces. */
function joined(before: Block, block: Block): Block {
  const gap = /[!-~]$/.test(before.text) && /^[!-~]/.test(block.text) ? ' ' : '';
  const shift = before.text.length + gap.length;
  const inlines = block.inlines.map((one) => ({
    ...one,
    start: one.start + shift,
    end: one.end + shift,
  }));
  return {
    ...before,
    text: before.text + gap + block.text,
    inlines: [...before.inlines, ...inlines],
    ...(block.as ? { as: block.as } : {}),
  };
}
