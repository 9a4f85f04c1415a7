import type { Document } from '../model/document.ts';
import type { Profile } from '../model/profile.ts';

/** What a page is by its profile, with the rule's reason; a conference where no rule speaks. */
export function kindOf(
  document: Document,
  profile: Profile,
): { kind: 'conference' | 'written-answer' | 'other'; reason: string | null; claimed: boolean } {
  const body = document.blocks.map((block) => block.text).join('\n');
  for (const rule of profile.kinds) {
    if (rule.title !== undefined && !new RegExp(rule.title, 'u').test(document.title)) continue;
    if (rule.body !== undefined && !new RegExp(rule.body, 'mu').test(body)) continue;
    return { kind: rule.kind, reason: rule.reason ?? null, claimed: true };
  }
  return { kind: 'conference', reason: null, claimed: false };
}
