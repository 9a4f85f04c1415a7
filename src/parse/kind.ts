import type { Document } from '../model/document.ts';
import type { KindPattern, Rules } from './rules.ts';

/** What a page is by its profile; a conference that nothing claims where no rule speaks. */
export function kindOf(
  { title, blocks }: Document,
  { kinds }: Rules,
): Pick<KindPattern, 'kind' | 'reason'> & { claimed: boolean } {
  const rule = kinds.find(
    (one) =>
      (one.title === null || one.title.test(title)) &&
      (one.body === null || one.body.test(blocks.map((block) => block.text).join('\n'))),
  );
  return rule
    ? { kind: rule.kind, reason: rule.reason, claimed: true }
    : { kind: 'conference', reason: null, claimed: false };
}
