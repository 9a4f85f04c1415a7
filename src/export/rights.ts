import type { ExportNames } from '../model/archive.ts';

/** Who owns what in the data, as Markdown: code, facts and texts apart, each source with its own words. */
export function rights(
  { sources }: Pick<ExportNames, 'sources'>,
  held: { sources: ReadonlySet<string> },
): string {
  const statements = [...sources.values()]
    .filter(({ id }) => held.sources.has(id))
    .map(({ id, publisher, rights: { statement, url, redistribute } }) => {
      const terms = url === null ? '' : ` (<${url}>)`;
      return `- \`${id}\`, ${publisher}: ${statement}${terms}; the captures may be passed on: ${redistribute}.`;
    });
  return `${[
    '# Rights',
    'The program is under the MIT licence. The facts (ids, dates, names, numbers, placements under topics) are given away under CC0 1.0. The texts belong to those who published them, or to nobody where the law leaves official texts free; each source says:',
    statements.join('\n'),
  ].join('\n\n')}\n`;
}
