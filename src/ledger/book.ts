import type { Face, LedgerEvent, LedgerLine } from '../model/ledger.ts';
import { faceKey } from './face.ts';

/** What the ledger knows of one transcript. */
export interface Life {
  id: string;
  /** The page that the id was minted for. */
  url: string;
  /** Exchange numbers in the order in which they were minted. */
  numbers: string[];
  /** Version id → its ledger line, oldest first. */
  versions: Map<string, LedgerLine<'version'>>;
  /** Version id → the face that each number has in it; only numbers that the version shows. */
  faces: Map<string, Map<string, Face>>;
  /** Number → every letter that a part of it ever had. */
  letters: Map<string, Set<string>>;
  /** Number → why today's version does not show it; numbers that it shows are missing. */
  gone: Map<string, LedgerLine<'removed' | 'merged'>>;
  /** The last word on whether its page is there; null where it never went. */
  presence: LedgerLine<'vanished' | 'returned'> | null;
  /** Capture and the wrong date that it had, by `dateKey` → its right date. */
  dates: Map<string, string>;
  /** Number → the face that it was minted with, and in which version. */
  minted: Map<string, { face: Face; version: string }>;
  /** What a person said of wordings, in the order in which it was said. */
  decisions: Decision[];
  /** Number → the one that its words were split from. */
  origins: Map<string, string>;
  /** Number, or an empty text for the whole transcript → why it is withheld. */
  withheld: Map<string, LedgerLine<'withheld'>>;
  /** Version id → numbers that a decision gave to words which another number of that version had. */
  corrected: Map<string, Set<string>>;
}

/** What a person said the exchanges of a wording are. */
export interface Decision {
  line: LedgerLine<'decided'>;
  /** The version that the wording is; null until it is settled. */
  version: string | null;
  /** The number at each place; null for a new one until it is minted. */
  numbers: (string | null)[];
}

/** A source's ledger, indexed. */
export interface Book {
  /** URL → ids of the transcripts that it showed, in the order of the ledger: one, unless it is used again. */
  addresses: Map<string, string[]>;
  /** Transcript id → its life, in the order of minting. */
  lives: Map<string, Life>;
}

/** Index a source's ledger lines, in their order. */
export function readBook(events: LedgerEvent[]): Book {
  const book: Book = { addresses: new Map(), lives: new Map() };
  for (const event of events) enter(book, event);
  return book;
}

/** Enter one more line into the index. */
export function enter(book: Book, event: LedgerEvent): void {
  const [source = '', date = '', number = ''] = event.id.split('/');
  const life = lifeOf(book, `${source}/${date}`);
  switch (event.event) {
    case 'transcript':
      life.url = event.url;
      own(book, event);
      break;
    case 'address':
      own(book, event);
      break;
    case 'version':
      life.versions.set(event.version, event);
      life.faces.set(event.version, inherited(life, event));
      for (const one of life.decisions) {
        if (one.line.capture === event.capture) one.version ??= event.version;
      }
      break;
    case 'minted':
    case 'split':
      life.numbers.push(number);
      life.minted.set(number, { face: faceIn(event), version: event.version });
      if (event.event === 'split') life.origins.set(number, event.of);
      for (const one of life.decisions) {
        const at = one.version === event.version ? one.numbers.indexOf(null) : -1;
        if (at >= 0) one.numbers[at] = number;
      }
      pin(life, number, event);
      break;
    case 'edited':
    case 'reread':
      pin(life, number, event);
      break;
    case 'removed':
    case 'merged':
      life.gone.set(number, event);
      break;
    case 'restored':
      life.gone.delete(number);
      break;
    case 'vanished':
    case 'returned':
      life.presence = event;
      break;
    case 'redated':
      redate(life, event);
      break;
    case 'decided':
      decideIn(life, event);
      break;
    case 'withheld':
      // A number that was named itself is not one that only inherited.
      if (event.of === undefined || !life.withheld.has(number)) life.withheld.set(number, event);
      break;
    default:
      break;
  }
}

function own({ addresses }: Book, { id, url }: LedgerLine<'transcript' | 'address'>): void {
  const owners = addresses.get(url) ?? [];
  if (!owners.includes(id)) addresses.set(url, [...owners, id]);
}

/** The life that a transcript id has, begun where there is none. */
export function lifeOf(book: Book, id: string): Life {
  const known = book.lives.get(id);
  if (known) return known;
  const life: Life = {
    id,
    url: '',
    numbers: [],
    versions: new Map(),
    faces: new Map(),
    letters: new Map(),
    gone: new Map(),
    presence: null,
    dates: new Map(),
    minted: new Map(),
    decisions: [],
    origins: new Map(),
    withheld: new Map(),
    corrected: new Map(),
  };
  book.lives.set(id, life);
  return life;
}

/** A version that keeps the words of a number keeps the face that an earlier one gave it. */
function inherited(life: Life, { same }: LedgerLine<'version'>): Map<string, Face> {
  const earlier = [...life.faces.values()].reverse();
  return new Map(
    same.flatMap((number) => {
      const face = earlier.find((faces) => faces.has(number))?.get(number);
      return face ? [[number, face]] : [];
    }),
  );
}

/** Stands for a capture and a date that it had. */
export const dateKey = (capture: string, from: string): string => `${capture} ${from}`;

/** From a right date on, versions are as old as they are, and what was never gone is not gone. */
function redate(life: Life, { capture, from, seen, shown }: LedgerLine<'redated'>): void {
  const wrong = new Set([from, life.dates.get(dateKey(capture, from))]);
  life.dates.set(dateKey(capture, from), seen);
  for (const [id, line] of life.versions) {
    if (line.capture === capture && wrong.has(line.seen)) life.versions.set(id, { ...line, seen });
  }
  for (const n of shown) life.gone.delete(n);
}

function pin(life: Life, number: string, it: Face & { version: string }): void {
  life.faces.get(it.version)?.set(number, faceIn(it));
  life.corrected.get(it.version)?.delete(number);
  const letters = [...(life.letters.get(number) ?? ['a']), ...Object.keys(it.parts ?? {})];
  life.letters.set(number, new Set(letters));
}

/**
 * A decision on a settled wording is a correction: its version has those numbers and no others. What it
 * calls new and was minted in that version has its number already.
 */
function decideIn(life: Life, line: LedgerLine<'decided'>): void {
  const settled = [...life.versions.values()].find(({ capture }) => capture === line.capture);
  const version = settled?.version ?? null;
  const numbers = line.exchanges.map(({ n }) => n);
  life.decisions.push({ line, version, numbers });
  if (version === null) return;
  const before = [...(life.faces.get(version) ?? [])].map(([n, face]) => [n, faceKey(face)]);
  const faces = new Map<string, Face>();
  const corrected = new Set<string>();
  for (const [at, { n: _, ...face }] of line.exchanges.entries()) {
    const owners = before.flatMap(([owner = '', key]) => (key === faceKey(face) ? owner : []));
    const isFree = (it: string) =>
      life.minted.get(it)?.version === version && !numbers.includes(it);
    const n = numbers[at] ?? owners.find(isFree) ?? null;
    numbers[at] = n;
    if (n === null) continue;
    faces.set(n, face);
    if (owners.length > 0 && !owners.includes(n)) corrected.add(n);
  }
  life.faces.set(version, faces);
  life.corrected.set(version, corrected);
}

const faceIn = ({ asker, question, answer, parts }: Face): Face => ({
  asker,
  question,
  answer,
  ...(parts && { parts }),
});
