import type { Document } from '../model/document.ts';
import type { Rules } from './rules.ts';

/** How many blocks of a page may name those who answer: heading lines and an opening sentence. */
const openingBlocks = 12;

/** Those whom a page itself names as answering, in the order in which it names them. */
export class Roster {
  readonly #names: string[] = [];
  readonly #title: string[];
  /** Post → who holds it by the page's own words; null where several do. */
  readonly #posts = new Map<string, string | null>();
  /** Lines around the title that say no sentence: by-lines. */
  readonly #bylines: () => string[][];

  constructor(title: string, bylines: () => string[]) {
    this.#title = title.split(/\s+/u);
    this.#bylines = () => bylines().map((line) => line.split(/\s+/u));
  }

  /** Read title and opening by the profile's roster patterns. */
  static of(document: Document, rules: Rules): Roster {
    const opening = document.blocks.slice(0, openingBlocks).map(({ text }) => text);
    const before = () => (document.lead?.() ?? []).map(({ text }) => text);
    const roster = new Roster(document.title, () => [...opening, ...before()].filter(isByline));
    for (const line of [document.title, ...opening])
      for (const pattern of rules.roster)
        for (const found of line.matchAll(pattern)) {
          roster.add(found.groups?.name ?? '');
          roster.#appoint(found.groups?.post, found.groups?.name ?? '');
        }
    return roster;
  }

  #appoint(post: string | undefined, name: string): void {
    if (post === undefined) return;
    const held = this.#posts.get(post);
    this.#posts.set(post, held === undefined || held === name ? name : null);
  }

  /** Who holds a post (Spokesman, 大臣 for 外務大臣) by the page's title or opening; null where it does not say. */
  holderOf(label: string): string | null {
    const posts = [...this.#posts].filter(([post]) => post === label || post.endsWith(label));
    return posts.length === 1 ? (posts[0]?.[1] ?? null) : null;
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
    // One word stands for the whole (Qin); two words that a longer name begins with are another's.
    for (const test of wanted.length === 1 ? [startsWith, endsWith] : [endsWith]) {
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

  /** Given and family name as title or by-line print them, for a family name that a label holds; null where they do not. */
  inTitle(family: string): string | null {
    const wanted = family.trim().toLowerCase();
    return (
      givenAndFamily(this.#title, wanted) ??
      this.#bylines()
        .map((words) => givenAndFamily(words, wanted))
        .find((name) => name !== null) ??
      null
    );
  }
}

function givenAndFamily(words: string[], wanted: string): string | null {
  const at = words.findIndex(
    (word) => word.replace(/[,.;:’']{1,3}s?$/u, '').toLowerCase() === wanted,
  );
  const given = words[at - 1] ?? '';
  const isGiven = /^\p{Lu}\p{Ll}+$/u.test(given) && !post.test(given);
  const name = words[at]?.replace(/[,.;:]{1,3}$/u, '') ?? '';
  return isGiven && /^\p{Lu}\p{Ll}/u.test(name) ? `${given} ${name}` : null;
}

/** A line of a few words that is no sentence and no turn: Nell Pryce, Department Spokesperson. */
const isByline = (line: string): boolean => line.length <= 80 && !/[.?!:；。？！：]/u.test(line);

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
