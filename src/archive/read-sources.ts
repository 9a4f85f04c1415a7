import type { Dialects } from '../model/dialect.ts';
import { type Institution, institution } from '../model/institution.ts';
import type { Problem } from '../model/problem.ts';
import { type Site, site } from '../model/site.ts';
import { type Source, source } from '../model/source.ts';
import { byId, keep, known, namedAfterId, uniqueId } from './cross.ts';
import { readDialects } from './dialects.ts';
import { needFolder, strayProblems } from './folder.ts';
import { type Located, type MatterMemory, openReader, type Reader } from './reader.ts';
import { shown } from './reasons.ts';
import { needVersion } from './version.ts';
import type { Report } from './yaml.ts';

/** Whose archive it is, who speaks in it, and where their pages are. */
export interface Founded {
  site: Site;
  institutions: Map<string, Institution>;
  sources: Map<string, Source>;
  /** The archive's own, beside those of Lectern. */
  dialects: Dialects;
}

/** Stands in for `content/site.yaml`, which a folder that is only parsed can do without. */
const unnamedSite: Site = {
  title: { 'zh-Hans': 'Lectern', en: 'Lectern' },
  description: { 'zh-Hans': '新闻发布会问答档案', en: 'An archive of questions and answers' },
  language: 'en',
  url: null,
  contact: null,
};

/**
 * The part of content/ that a fetch or an import needs, with the faults of that part: topics and the
 * ledger would take longer to read than a page to store. Throws as {@link openContent} does.
 */
export async function readSources(content: string): Promise<Founded & { problems: Problem[] }> {
  const { reader, problems, report } = await openContent(content);
  return { ...(await readFounded(reader, undefined, report)), problems };
}

/**
 * A reader of the content folder and the list that its faults go to. A missing folder throws, for an
 * empty archive made from a mistyped path would say that all is well; so does an archive of a newer
 * Lectern, of which an older one would leave out what it does not know.
 */
export async function openContent(content: string, memory?: MatterMemory) {
  await needFolder(content);
  await needVersion(content);
  const problems: Problem[] = strayProblems(content);
  const report: Report = (problem) => {
    problems.push(problem);
  };
  return { reader: openReader(content, report, memory), problems, report };
}

/** `built` are the names of Lectern's dialects; without them no source's `dialect` is looked at. */
export async function readFounded(
  reader: Reader,
  built: readonly string[] | undefined,
  report: Report,
): Promise<Founded> {
  const [written] = await reader.one('site.yaml', site);
  const institutions = byId(
    keep(await reader.list('institutions.yaml', institution), [uniqueId()], report),
  );
  const dialects = await readDialects(reader, built, report);
  const names = built && [...built, ...dialects.keys()];
  const sources = byId(await locateSources(reader, institutions.keys(), names, report));
  return { site: written?.value ?? unnamedSite, institutions, sources, dialects };
}

async function locateSources(
  reader: Reader,
  institutions: Iterable<string>,
  dialects: readonly string[] | undefined,
  report: Report,
): Promise<Located<Source>[]> {
  const institutionRule = known('institution', 'an institution of institutions.yaml', institutions);
  const dialectRule =
    dialects && known('dialect', `one of ${dialects.map(shown).join(', ')}`, dialects);
  return keep(
    await reader.each('sources', source),
    [namedAfterId(), uniqueId(), institutionRule, ...(dialectRule ? [dialectRule] : [])],
    report,
  );
}
