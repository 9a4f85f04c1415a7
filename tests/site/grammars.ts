import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

const folder = path.join(import.meta.dirname, '../schemas');

/** Which grammar of tests/schemas holds for which files of a site. */
const grammars: [files: RegExp, grammar: string][] = [
  [/^feeds\/.*\.atom$/, 'atom.rng'],
  [/^feeds\/all\.opml$/, 'opml.rng'],
  [/^(?:sitemap|sitemaps\/\d+)\.xml$/, 'sitemap.rng'],
  [/^opensearch\.xml$/, 'opensearch.rng'],
];

/** What libxml2 says against the XML files of a site, and how many files each grammar was held to. */
export async function againstGrammars(
  files: Map<string, Buffer>,
): Promise<{ faults: string[]; counts: number[] }> {
  const faults: string[] = [];
  const counts: number[] = [];
  for (const [pattern, grammar] of grammars) {
    const xml = [...files]
      .filter(([name]) => pattern.test(name))
      .map(([name, bytes]) => ({ fileName: encodeURIComponent(name), contents: String(bytes) }));
    counts.push(xml.length);
    const schema = await readFile(path.join(folder, grammar), 'utf8');
    const { errors } = await validateXML({
      xml,
      extension: 'relaxng',
      schema: [schema],
      maxMemoryPages: 16_384,
    });
    faults.push(...errors.map(({ rawMessage }) => rawMessage));
  }
  return { faults, counts };
}
