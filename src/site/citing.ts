import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Cited } from '../export/citations/cited.ts';
import { Citer } from '../export/citations/citer.ts';
import type { CslItem } from '../export/citations/csl-item.ts';
import type { Archive } from '../model/archive.ts';
import type { UiLanguage } from '../model/names.ts';
import type { Style } from '../model/style.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { type Html, trusted } from './html.ts';

const folder = path.join(import.meta.dirname, '../../templates/styles');

export { citationFormats, citationPath } from '../export/citations/citation-files.ts';

/** A citation as it is printed in one style and language. */
export interface Citation {
  style: Style;
  text: Html;
}

/** Our own styles and their locales, as they lie beside the templates. */
export interface StyleFiles {
  styles: Style[];
  locales: Record<UiLanguage, string>;
}

/** The order in which readers of each language look for styles; an archivist's own come after. */
const order: Record<UiLanguage, string[]> = {
  'zh-Hans': ['gb-t-7714', 'apa', 'chicago', 'mla'],
  en: ['apa', 'chicago', 'mla', 'gb-t-7714'],
};

function ordered(styles: Style[], language: UiLanguage): Style[] {
  const place = ({ id }: Style) => {
    const at = order[language].indexOf(id);
    return at === -1 ? order[language].length : at;
  };
  return styles.toSorted((a, b) => place(a) - place(b));
}

/** Reads our own styles. */
export async function styleFiles(): Promise<StyleFiles> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csl')).sort();
  const styles = names.map(async (name) => {
    const csl = await read(name);
    return {
      id: path.basename(name, '.csl'),
      name: /<title>(.*?)<\/title>/.exec(csl)?.[1] ?? '',
      csl,
    };
  });
  return {
    styles: await Promise.all(styles),
    locales: { 'zh-Hans': await read('locale-zh-CN.xml'), en: await read('locale-en-US.xml') },
  };
}

/** Sets citations of the archive's records in every style and language. */
export class Citing {
  readonly #cited: Cited;
  readonly #files: StyleFiles;
  readonly #styles: Record<UiLanguage, Style[]>;
  readonly #citers = new Map<string, Citer>();
  /** A page asks three times for the same. */
  readonly #last = new Map<UiLanguage, { of: Exchange | Transcript; item: CslItem }>();

  constructor(archive: Archive, files: StyleFiles) {
    this.#cited = new Cited(archive);
    this.#files = files;
    const own = archive.styles.map(({ id }) => id);
    const styles = [...files.styles.filter(({ id }) => !own.includes(id)), ...archive.styles];
    this.#styles = { 'zh-Hans': ordered(styles, 'zh-Hans'), en: ordered(styles, 'en') };
  }

  /** A transcript in every style, in the order in which readers of the language look for them. */
  transcript(transcript: Transcript, language: UiLanguage): Citation[] {
    return this.#set(this.item(transcript, language), language);
  }

  /** An exchange, likewise. */
  exchange(exchange: Exchange, transcript: Transcript, language: UiLanguage): Citation[] {
    return this.#set(this.item(transcript, language, exchange), language);
  }

  /** What a transcript is cited by: the facts that its own page's metadata repeats. */
  item(transcript: Transcript, language: UiLanguage, exchange?: Exchange): CslItem {
    const of = exchange ?? transcript;
    const last = this.#last.get(language);
    if (last?.of === of) return last.item;
    const item = exchange
      ? this.#cited.exchange(exchange, transcript, language)
      : this.#cited.transcript(transcript, language);
    this.#last.set(language, { of, item });
    return item;
  }

  #set(item: CslItem, language: UiLanguage): Citation[] {
    return this.#styles[language].map((style) => ({
      style,
      text: trusted(this.#citer(style, language).cite(item)),
    }));
  }

  #citer(style: Style, language: UiLanguage): Citer {
    const key = `${language} ${style.id}`;
    const known = this.#citers.get(key);
    if (known) return known;
    try {
      const citer = new Citer(style.csl, this.#files.locales[language]);
      this.#citers.set(key, citer);
      return citer;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Cannot cite in the style ${style.id} as it is: ${why}`, { cause });
    }
  }
}
