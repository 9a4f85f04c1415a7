import type { Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';

/** How many days before its end a security.txt is reported: RFC 9116 wants nobody to meet a stale one. */
const notice = 30;

/**
 * What to say of the day until which `security.txt` holds: nothing, or that it comes soon.
 *
 * Throws once it has passed, for a site must not tell readers to trust what says that it is stale.
 */
export function expiryProblem({ security }: Pick<Site, 'security'>, today: Date): Problem | null {
  if (!security) return null;
  const days = Math.floor((Date.parse(security.expires) - today.getTime()) / 86_400_000);
  if (days < 0) {
    throw new Error(
      `Expected a day to come as \`security.expires\` in site.yaml, got \`${security.expires}\`: see that the contact is still right, then name a later day`,
    );
  }
  if (days >= notice) return null;
  const reason = `Expected security.expires at least ${notice} days ahead, got \`${security.expires}\``;
  return { file: 'site.yaml', line: 1, column: 1, reason };
}
