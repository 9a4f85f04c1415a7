import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileMemory } from '../archive/file-memory.ts';
import { type GatherMemory, gather } from '../archive/gather.ts';
import type { Matter } from '../archive/matter.ts';
import { PlacementMemory, type SavedPlacements } from '../archive/placement-memory.ts';
import { type KnownStamps, stampsOf } from '../archive/stamps.ts';
import type { Archive } from '../model/archive.ts';
import type { Transcript } from '../model/transcript.ts';
import { type Asset, assetsOf } from './assets.ts';
import { bundleTemplates } from './bundle-templates.ts';
import { Catalogue } from './catalogue.ts';
import { styleFiles } from './citing.ts';
import { docSheets } from './docs.ts';
import { templatesFolder } from './eleventy.ts';
import { engineDigest, placingCode } from './engine.ts';
import { readLastBuild } from './last-build.ts';
import { readOffered } from './offered.ts';
import { renderSheets } from './render-sheets.ts';
import { readPlacements } from './saved-placements.ts';
import type { Sheet } from './select.ts';
import { siteFolders } from './site-folders.ts';
import { themeIn } from './theme.ts';

/** The folders that a site is made from, and the one that it was built in. */
export interface PreviewFolders {
  content: string;
  output: string;
  theme?: string;
}

/** What was read of the content folder. */
interface Read {
  archive: Archive;
  stamps: KnownStamps;
  placements: SavedPlacements | null;
}

/** How pages look. */
interface Look {
  /** The kind of a page → the folder of its template. */
  templates: Map<string, string>;
  assets: Map<string, Asset>;
}

/**
 * The pages of a site as the next build would make them, each made when it is asked for, so that an edit
 * of a template or of the content is seen at once, however large the archive is.
 */
export class Preview {
  readonly #folders: PreviewFolders;
  /** For copies of the templates, a folder for each edit of them. */
  readonly #scratch: string;
  readonly #files: GatherMemory;
  #read: Read;
  #look: Look;
  #edits = 0;
  #catalogue: Catalogue | null = null;
  /** Site path, decoded → the kind of the page and its sheet. */
  #sheets = new Map<string, [kind: string, sheet: Sheet]>();
  /** One thing after the other: Eleventy renders one page at a time, of one state of the folders. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    folders: PreviewFolders,
    scratch: string,
    files: GatherMemory,
    read: Read,
    look: Look,
  ) {
    this.#folders = folders;
    this.#scratch = scratch;
    this.#files = files;
    this.#read = read;
    this.#look = look;
  }

  /** Reads an archive; as with a build, what is faulty in it is left out. */
  static async open(folders: PreviewFolders): Promise<Preview> {
    const { content, output } = folders;
    const site = siteFolders(content, output);
    const last = await readLastBuild(site);
    const known = {
      stamps: { stamps: last?.content ?? {}, at: last?.at ?? 0 },
      placements: await readPlacements(site),
    };
    const files = {
      matter: new FileMemory<Matter | undefined>(),
      transcripts: new FileMemory<Transcript[]>(),
    };
    const read = await readAgain(content, known, files);
    const scratch = await mkdtemp(path.join(tmpdir(), 'lectern-preview-'));
    const look = await lookOf(folders, path.join(scratch, 'first'));
    return new Preview(folders, scratch, files, read, look);
  }

  /** The archive as it was last read. */
  get archive(): Archive {
    return this.#read.archive;
  }

  /** Reads the content again. */
  readContent(): Promise<Archive> {
    return this.#next(async () => {
      this.#read = await readAgain(this.#folders.content, this.#read, this.#files);
      this.#catalogue = null;
      return this.#read.archive;
    });
  }

  /** Reads the templates, scripts and styles again. Throws what is wrong with one; the ones before stay. */
  readLook(): Promise<void> {
    return this.#next(async () => {
      this.#edits += 1;
      this.#look = await lookOf(this.#folders, path.join(this.#scratch, String(this.#edits)));
      this.#catalogue = null;
    });
  }

  /** The page of a site path; null where the site has none there. Throws what a template throws. */
  page(sitePath: string): Promise<string | null> {
    return this.#next(async () => {
      const catalogue = await this.#current();
      const found = this.#sheets.get(decoded(sitePath));
      if (!found) return null;
      const [kind, sheet] = found;
      const none = Object.keys(catalogue.sheets).map((each) => [each, []]);
      const sheets = { ...Object.fromEntries(none), [kind]: [sheet] };
      const folder = this.#look.templates.get(kind) ?? templatesFolder;
      const [page] = await renderSheets(catalogue, sheets, folder, this.#scratch);
      return page?.content ?? null;
    });
  }

  /** The script, style sheet or picture that pages name by a site path; undefined where none does. */
  asset(sitePath: string): Asset | undefined {
    return [...this.#look.assets.values()].find((it) => it.path === sitePath);
  }

  /** Lets go of the copies. */
  close(): Promise<void> {
    return this.#next(() => rm(this.#scratch, { recursive: true, force: true }));
  }

  async #current(): Promise<Catalogue> {
    if (this.#catalogue) return this.#catalogue;
    const { archive } = this.#read;
    const docs = archive.site.docs === false ? [] : await docSheets();
    const pack = await readOffered(this.#folders.output);
    const catalogue = new Catalogue(archive, this.#look.assets, await styleFiles(), docs, pack);
    this.#sheets = new Map(
      Object.entries(catalogue.sheets).flatMap(([kind, sheets]) =>
        sheets.map((sheet) => [decoded(sheet.path), [kind, sheet]] as const),
      ),
    );
    this.#catalogue = catalogue;
    return catalogue;
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** The archive of a folder; files are read and words placed only where they are not those of the last time. */
async function readAgain(
  content: string,
  { stamps, placements }: Pick<Read, 'stamps' | 'placements'>,
  files: GatherMemory,
): Promise<Read> {
  const at = Date.now();
  const found = stampsOf(content, stamps, ['captures']);
  const placing = new PlacementMemory(await engineDigest(placingCode), found, placements);
  const archive = await gather(content, undefined, { placing, ...files });
  return { archive, stamps: { stamps: found, at }, placements: placing.saved };
}

/** The templates, scripts and styles as they are now, the templates copied into a folder. */
async function lookOf({ theme: own }: PreviewFolders, copies: string): Promise<Look> {
  const theme = own === undefined ? null : await themeIn(templatesFolder, own);
  const [assets, templates] = await Promise.all([
    assetsOf(path.join(templatesFolder, 'assets'), theme),
    bundleTemplates(copies, theme),
  ]);
  return { assets, templates };
}

/** A path as the file system has it; one that is no address is itself, and names nothing. */
function decoded(sitePath: string): string {
  try {
    return decodeURIComponent(sitePath);
  } catch {
    return sitePath;
  }
}
