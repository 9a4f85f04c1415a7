import type { VFile } from 'vfile';
import type { Correction } from '../model/correction.ts';
import type { Document } from '../model/document.ts';

/** The document with the roles that a correction gives its blocks by hand. Fails where a block is not there or not the only one. */
export function correct(
  document: Document,
  correction: Correction | undefined,
  file: VFile,
): Document {
  if (!correction) return document;
  const blocks = [...document.blocks];
  for (const { starts, as, label } of correction.blocks) {
    const found = blocks.filter((block) => block.text.startsWith(starts));
    const [block] = found;
    if (!block || found.length > 1)
      file.fail(
        `Expected one block that starts with \`${starts}\`, got ${found.length}; the page changed under its correction`,
        {
          ruleId: 'stale-correction',
          source: 'correct',
        },
      );
    else
      blocks[blocks.indexOf(block)] = {
        ...block,
        as: { kind: as, ...(label === undefined ? {} : { label }) },
      };
  }
  return { ...document, blocks };
}
