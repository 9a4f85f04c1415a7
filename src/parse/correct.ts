import type { VFile } from 'vfile';
import type { Correction } from '../model/correction.ts';
import type { Block, Document } from '../model/document.ts';
import { cut } from './line.ts';

type Change = Correction['blocks'][number];

/**
 * The document with its blocks as a correction says they are to be read.
 *
 * `capture` is the digest of the page's bytes. Fails where the correction was made for other bytes,
 * and where the words that name a block are not there or not the only ones.
 */
export function correct(
  document: Document,
  correction: Correction | undefined,
  capture: string | undefined,
  file: VFile,
): Document {
  if (!correction) return document;
  if (capture === undefined || !correction.captures.includes(capture))
    refuse(
      file,
      `Expected a capture that the correction names, got \`${capture}\`; look at the page again and add it under \`captures\``,
    );
  const blocks = correction.blocks.reduce(
    (all, change) => apply(all, change, file),
    document.blocks,
  );
  return { ...document, blocks };
}

function apply(blocks: Block[], change: Change, file: VFile): Block[] {
  const at = only(
    blocks.map(({ text }) => text.startsWith(change.starts)),
    change.starts,
    file,
  );
  const block = blocks[at];
  if (!block) return blocks;
  const { as: kind, label, split, join } = change;
  const marked = kind
    ? { ...block, as: { kind, ...(label === undefined ? {} : { label }) } }
    : block;
  if (split) return blocks.toSpliced(at, 1, ...cut(marked, offsets(block, split, file)));
  const before = blocks[at - 1];
  if (!join || !before) return blocks.with(at, marked);
  return blocks.toSpliced(at - 1, 2, joined(before, block));
}

function offsets({ text }: Block, split: string[], file: VFile): number[] {
  return split.map((starts) => {
    const at = text.indexOf(starts);
    if (at <= 0 || text.includes(starts, at + 1))
      refuse(file, `Expected \`${starts}\` once inside its block, got it elsewhere`);
    return at;
  });
}

function joined(before: Block, block: Block): Block {
  const shift = before.text.length;
  const inlines = block.inlines.map((one) => ({
    ...one,
    start: one.start + shift,
    end: one.end + shift,
  }));
  return { ...before, text: before.text + block.text, inlines: [...before.inlines, ...inlines] };
}

function only(fits: boolean[], starts: string, file: VFile): number {
  const count = fits.filter(Boolean).length;
  if (count !== 1) refuse(file, `Expected one block that starts with \`${starts}\`, got ${count}`);
  return fits.indexOf(true);
}

function refuse(file: VFile, reason: string): never {
  file.fail(reason, {
    ruleId: 'stale-correction',
    source: 'correct',
    place: { line: 1, column: 1 },
  });
}
