import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Content } from '../archive/read.ts';
import type { Look } from '../capture/fetch/look.ts';
import type { ListingInput } from '../capture/propose-listing.ts';
import { writeAll, writeWhole } from '../files/write.ts';
import { source } from '../model/source.ts';
import { outline } from '../parse/outline.ts';
import type { Proposal } from '../parse/propose/index.ts';
import type { Asker } from './ask.ts';

/** A source as its file will hold it. */
export type SourceInput = z.input<typeof source>;

const redistribute = z.enum(['yes', 'no', 'unknown']).catch('unknown');

/** The source that the page told of, and a person's answers; throws where an answer does not fit. */
export async function draftSource(
  found: Proposal,
  listing: ListingInput | null,
  { sources }: Content,
  id: string | undefined,
  asker: Asker,
): Promise<SourceInput> {
  const [base = found.language] = found.language.split('-');
  const free = freeId(`${found.institution}-${base}`, sources);
  const name = await asker.ask('Name of the institution in English', found.publisher);
  const zh = await asker.ask('Name of the institution in Chinese', name);
  const drafted: SourceInput = {
    id: id ?? (await asker.ask('Id of the source', free)),
    institution: await asker.ask('Id of the institution', found.institution),
    names: { 'zh-Hans': zh, en: name },
    publisher: found.publisher,
    language: found.language,
    timeZone: await asker.ask('Time zone where conferences are held', found.timeZone ?? 'UTC'),
    verified: true,
    urls: found.urls,
    ...(listing && { listings: [listing] }),
    rights: {
      statement: await asker.ask('What the site says of its rights', `Copyright of ${name}`),
      url: null,
      redistribute: redistribute.parse(
        await asker.ask('May others pass the texts on? (yes, no, unknown)', 'unknown'),
      ),
    },
    dialect: found.dialect,
    profile: found.profile,
  };
  source.parse(drafted);
  return drafted;
}

function freeId(wanted: string, sources: Content['sources']): string {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!sources.has(id)) return id;
  }
}

/** Write the source, its institution where that is new, and the page as a fixture; the files written. */
export async function writeSource(
  content: string,
  drafted: SourceInput,
  page: Look,
  { readings }: Proposal,
  { institutions }: Content,
): Promise<string[]> {
  const file = path.join(content, 'sources', `${drafted.id}.yaml`);
  if (await isThere(file)) throw new Error(`Cannot add ${drafted.id}: ${file} is there already`);
  const said = `# Proposed from ${page.url}; look at what it says, and take ids and classes that change out.\n`;
  const draft = readings[0]?.parsed.draft;
  const fixture = path.join(content, 'fixtures', drafted.id, draft?.date ?? 'page');
  const files = new Map([
    [file, said + stringify(drafted)],
    [path.join(fixture, 'page.html'), page.text],
    [path.join(fixture, 'page.url'), `${page.url}\n`],
  ]);
  if (draft) files.set(path.join(fixture, 'outline.txt'), `${outline(draft).join('\n')}\n`);
  await writeAll(files);
  if (institutions.has(drafted.institution)) return [file, fixture];
  return [file, fixture, await addInstitution(content, drafted)];
}

async function addInstitution(content: string, { institution, names }: SourceInput) {
  const file = path.join(content, 'institutions.yaml');
  const old = (await isThere(file)) ? await readFile(file, 'utf8') : '';
  const block = stringify([{ id: institution, names, place: 'ZZ' }]);
  await writeWhole(file, old + (old === '' || old.endsWith('\n') ? '' : '\n') + block);
  return file;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
