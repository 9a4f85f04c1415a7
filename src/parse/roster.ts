import type { Document } from '../model/document.ts';
import type { Rules } from './rules.ts';

/** How many blocks of a page may name those who answer: heading lines and an opening sentence. */
const openingBlocks = 12;

/** Those whom a page itself names as answering, in the order in which it names them. */
export class Roster {
  readonly #names: string[] = [];
  readonly #title: string[];

  constructor(title: string) {
    this.#title = title.split(/\s+/u);
  }

  /** Read title and opening by the profile's roster patterns. */
  static of(document: Document, rules: Rules): Roster {
    const roster = new Roster(document.title);
    const lines = [
      document.title,
      ...document.blocks.slice(0, openingBlocks).map(({ text }) => text),
    ];
    for (const line of lines)
      for (const pattern of rules.roster)
        for (const found of line.matchAll(pattern)) roster.add(found.groups?.name ?? '');
    return roster;
  }

  get names(): readonly string[] {
    return this.#names;
  }

  add(name: string): void {
    const clean = name.replace(/\s+/gu, ' ').trim();
    if (clean !== '' && !this.#names.includes(clean)) this.#names.push(clean);
  }

  /**
   * The name on this page that a label stands for: the name itself, or the only one that begins or
   * ends with the label's words (`Qin` for Qin Gang, `MR. KIRBY` for JOHN F. KIRBY); null where none or
   * several do.
   */
  resolve(label: string): string | null {
    if (this.#names.includes(label)) return label;
    const wanted = wordsOf(label);
    if (wanted.length === 0) return null;
    for (const test of [startsWith, endsWith]) {
      const found = this.#names.filter((name) => test(wordsOf(name), wanted));
      if (found.length === 1) return found[0] ?? null;
    }
    return null;
  }

  /** A name with the small letters that the title prints it with: John Lark for JOHN LARK. */
  asInTitle(name: string): string {
    const title = this.#title.join(' ');
    const at = title.toLowerCase().indexOf(name.toLowerCase());
    return at === -1 ? name : title.slice(at, at + name.length);
  }

  /** Given and family name as the title prints them, for a family name that a label holds; null where it does not. */
  inTitle(family: string): string | null {
    const wanted = family.trim().toLowerCase();
    const at = this.#title.findIndex(
      (word) => word.replace(/[,.;:’']{1,3}s?$/u, '').toLowerCase() === wanted,
    );
    const given = this.#title[at - 1] ?? '';
    const isGiven = /^\p{Lu}\p{Ll}+$/u.test(given) && !post.test(given);
    const name = this.#title[at]?.replace(/[,.;:]{1,3}$/u, '') ?? '';
    return isGiven && /^\p{Lu}\p{Ll}/u.test(name) ? `${given} ${name}` : null;
  }
}

/** Words that stand before a family name in a title and are no given name. */
const post =
  /^(?:President|Secretary|Director|Administrator|Coordinator|Advis[eo]r|General|Admiral|Ambassador|Senator|Governor|Minister|Chancellor|Chair|Chairman|Spokes\p{Ll}+|Colonel|Captain|Commissioner|Representative|Dr\.?|M[rs]s?\.?)$/u;

const address = new Set(['the', 'mr', 'ms', 'mrs', 'dr', 'sir', 'madam']);

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '' && !address.has(word));

const startsWith = (name: string[], wanted: string[]): boolean =>
  name.length > wanted.length && wanted.every((word, at) => name[at] === word);

const endsWith = (name: string[], wanted: string[]): boolean =>
  name.length >= wanted.length &&
  wanted.every((word, at) => name[name.length - wanted.length + at] === word);
