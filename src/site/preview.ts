import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gather } from '../archive/gather.ts';
import { PlacementMemory, type SavedPlacements } from '../archive/placement-memory.ts';
import { type KnownStamps, stampsOf } from '../archive/stamps.ts';
import type { Archive } from '../model/archive.ts';
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
import { type Theme, themeIn } from './theme.ts';

/** The folders that a site is made from, and the one that it was built in. */
export interface PreviewFolders {
  content: string;
  output: string;
  theme?: string;
}

/** All that pages are made from beside the templates. */
interface Loaded {
  archive: Archive;
  stamps: KnownStamps;
  placements: SavedPlacements | null;
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
  #loaded: Loaded;
  #templates = templatesFolder;
  #edits = 0;
  #catalogue: Catalogue | null = null;
  /** Site path, decoded → the kind of the page and its sheet. */
  #sheets = new Map<string, [kind: string, sheet: Sheet]>();
  /** One thing after the other: Eleventy renders one page at a time, of one state of the folders. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folders: PreviewFolders, scratch: string, loaded: Loaded) {
    this.#folders = folders;
    this.#scratch = scratch;
    this.#loaded = loaded;
  }

  /** Reads an archive; as with a build, what is faulty in it is left out. */
  static async open(folders: PreviewFolders): Promise<Preview> {
    const { content, output } = folders;
    const last = await readLastBuild(output);
    const known = {
      stamps: { stamps: last?.content ?? {}, at: last?.at ?? 0 },
      placements: await readPlacements(output),
    };
    const loaded = {
      ...(await gathered(content, known)),
      assets: await assetsIn(await themeOf(folders)),
    };
    const scratch = await mkdtemp(path.join(tmpdir(), 'lectern-preview-'));
    return new Preview(folders, scratch, loaded);
  }

  /** The archive as it was last read. */
  get archive(): Archive {
    return this.#loaded.archive;
  }

  /** Reads the content again. */
  readContent(): Promise<Archive> {
    return this.#next(async () => {
      const read = await gathered(this.#folders.content, this.#loaded);
      this.#loaded = { ...this.#loaded, ...read };
      this.#catalogue = null;
      return read.archive;
    });
  }

  /** Reads the templates, scripts and styles again. Throws what is wrong with one; the ones before stay. */
  readLook(): Promise<void> {
    return this.#next(async () => {
      const theme = await themeOf(this.#folders);
      const copies = path.join(this.#scratch, String(this.#edits));
      this.#edits += 1;
      const [assets] = await Promise.all([assetsIn(theme), bundleTemplates(copies, theme)]);
      this.#loaded = { ...this.#loaded, assets };
      this.#templates = copies;
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
      const [page] = await renderSheets(catalogue, sheets, this.#templates, this.#scratch);
      return page?.content ?? null;
    });
  }

  /** The script, style sheet or picture that pages name by a site path; undefined where none does. */
  asset(sitePath: string): Asset | undefined {
    return [...this.#loaded.assets.values()].find((it) => it.path === sitePath);
  }

  /** Lets go of the copies. */
  close(): Promise<void> {
    return this.#next(() => rm(this.#scratch, { recursive: true, force: true }));
  }

  async #current(): Promise<Catalogue> {
    if (this.#catalogue) return this.#catalogue;
    const { archive, assets } = this.#loaded;
    const docs = archive.site.docs === false ? [] : await docSheets();
    const pack = await readOffered(this.#folders.output);
    const catalogue = new Catalogue(archive, assets, await styleFiles(), docs, pack);
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

/** The archive of a folder; files are digested and words placed only where they are not those of `known`. */
async function gathered(
  content: string,
  { stamps, placements }: Pick<Loaded, 'stamps' | 'placements'>,
): Promise<Pick<Loaded, 'archive' | 'stamps' | 'placements'>> {
  const at = Date.now();
  const found = stampsOf(content, stamps, ['captures']);
  const memory = new PlacementMemory(await engineDigest(placingCode), found, placements);
  const archive = await gather(content, undefined, memory);
  return { archive, stamps: { stamps: found, at }, placements: memory.saved };
}

const themeOf = async ({ theme }: PreviewFolders): Promise<Theme | null> =>
  theme === undefined ? null : themeIn(templatesFolder, theme);

const assetsIn = (theme: Theme | null): Promise<Map<string, Asset>> =>
  assetsOf(path.join(templatesFolder, 'assets'), theme);

/** A path as the file system has it; one that is no address is itself, and names nothing. */
function decoded(sitePath: string): string {
  try {
    return decodeURIComponent(sitePath);
  } catch {
    return sitePath;
  }
}
