import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '../archive/read.ts';
import type { Problem } from '../model/problem.ts';
import { parse } from '../parse/index.ts';
import { outletIndex } from '../parse/outlet.ts';
import { outline } from '../parse/outline.ts';
import { profileOf } from '../parse/profile-of.ts';

/** Read every page of `fixtures/` again: a problem at the first line that is not as its outline says. */
export async function checkFixtures(
  folder: string,
  content: Pick<Content, 'sources' | 'outlets' | 'dialects'>,
): Promise<Problem[]> {
  const outlets = outletIndex(content.outlets.values());
  const problems: Problem[] = [];
  for (const fixture of await fixturesIn(folder)) {
    const file = `${fixture}/outline.txt`;
    const text = (name: string) => readFile(path.join(folder, fixture, name), 'utf8');
    const source = content.sources.get(fixture.split('/')[1] ?? '');
    if (!source) {
      const reason = `Expected a folder named after a source, got \`${fixture.split('/')[1]}\``;
      problems.push({ file, line: 1, column: 1, reason });
      continue;
    }
    const page = { url: (await text('page.url')).trim(), text: await text('page.html') };
    const { draft, reason } = parse(
      { ...page, mediaType: 'text/html' },
      { source, profile: profileOf(source, content.dialects), outlets },
    );
    const found = draft ? outline(draft) : [reason ?? 'no transcript'];
    const expected = (await text('outline.txt')).trimEnd().split('\n');
    const at = expected.findIndex((line, index) => line !== found[index]);
    const line = at === -1 ? found.length - 1 : at;
    if (at === -1 && found.length === expected.length) continue;
    const said = `Expected \`${expected[line] ?? 'the end'}\`, got \`${found[line] ?? 'the end'}\``;
    problems.push({ file, line: line + 1, column: 1, reason: said });
  }
  return problems;
}

/** Folders with an outline, by path below content: `fixtures/<source>/<case>`. */
async function fixturesIn(folder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, 'fixtures'), { recursive: true }).catch(() => []);
  return names
    .filter((name) => path.basename(name) === 'outline.txt')
    .map((name) => path.posix.join('fixtures', path.dirname(name).split(path.sep).join('/')))
    .sort();
}
