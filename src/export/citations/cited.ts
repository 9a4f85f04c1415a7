import { addressOf } from '../../model/address.ts';
import type { Archive } from '../../model/archive.ts';
import type { UiLanguage } from '../../model/names.ts';
import { Naming } from '../../model/naming.ts';
import { recordPath } from '../../model/paths.ts';
import { shownVersion } from '../../model/shown-version.ts';
import type { Exchange, Transcript } from '../../model/transcript.ts';
import { Seen } from '../seen.ts';
import { turnsOf } from '../voices.ts';
import type { CslItem } from './csl-item.ts';
import { oneLine } from './one-line.ts';
import { words } from './words.ts';

/** How many digits of a version's digest a citation prints: one in 2^48 is the same by chance. */
const digits = 12;

/** Transcripts and exchanges as things to cite, in the language of the one who cites. */
export class Cited {
  readonly #archive: Pick<Archive, 'site'>;
  readonly #naming: Naming;
  readonly #seen: Seen;

  constructor(archive: Pick<Archive, 'site' | 'people' | 'outlets' | 'institutions' | 'ledger'>) {
    this.#archive = archive;
    this.#naming = new Naming(archive);
    this.#seen = new Seen(archive.ledger);
  }

  /** A transcript by those who answer in it. */
  transcript(transcript: Transcript, language: UiLanguage): CslItem {
    const title = titleOf(transcript);
    return this.#item(transcript.id, transcript, language, transcript.spokespersons, title);
  }

  /** An exchange by the one who answers first; its title names who asked, its number and the transcript. */
  exchange(exchange: Exchange, transcript: Transcript, language: UiLanguage): CslItem {
    const turns = turnsOf(exchange);
    const asker = turns.find(({ kind }) => kind === 'question');
    const speaker = turns.find(
      (turn) => turn.kind !== 'question' && turn.speaker !== null,
    )?.speaker;
    const outlet = this.#naming.outlet(asker);
    const asked = (outlet?.short ?? outlet?.names)?.[language] ?? nameIn(asker?.label);
    const { wholeTitle, ...say } = words[language];
    const part = !asker
      ? say.unasked(exchange.n)
      : (exchange.flags.includes('no-answer') ? say.unanswered : say.answered)(asked, exchange.n);
    const title = wholeTitle(oneLine(part), titleOf(transcript));
    const speakers = typeof speaker === 'string' ? [speaker] : [];
    const item = this.#item(exchange.id, transcript, language, speakers, title);
    const name = outlet?.names[language] ?? asked;
    return name === null ? item : { ...item, interviewer: [{ literal: oneLine(name) }] };
  }

  #item(
    id: string,
    transcript: Transcript,
    language: UiLanguage,
    speakers: string[],
    title: string,
  ): CslItem {
    const { site } = this.#archive;
    const institution = this.#naming.institution(transcript)[language];
    const named = speakers
      .map((it) => oneLine(this.#naming.speaker(it, transcript.institution)[language]))
      .filter((name) => name !== '');
    const address = addressOf(site, recordPath(id));
    const seen = this.#sight(transcript);
    const today = shownVersion(transcript);
    const digest = today?.digest ?? '';
    const say = words[language];
    return {
      id,
      type: 'webpage',
      language: transcript.language,
      author: (named.length > 0 ? named : [oneLine(institution)]).map((literal) => ({ literal })),
      title,
      genre: say.genre[transcript.kind],
      'container-title': oneLine(site.title[language]),
      publisher: oneLine(institution),
      issued: { 'date-parts': [dateParts(transcript.date)] },
      ...(seen && { accessed: { 'date-parts': [dateParts(seen.day)] } }),
      version: say.version(today?.id ?? 'v1', seen, digest.slice(0, digits)),
      note: say.note(digest, transcript.url),
      ...(address !== null && { URL: address }),
    };
  }

  /** When the archive first had today's words, and how. */
  #sight(transcript: Transcript): { day: string; how: 'fetched' | 'imported' } | null {
    const shows = new Set(shownVersion(transcript)?.captures);
    const capture = transcript.captures.find(({ sha256 }) => shows.has(sha256));
    const seen = this.#seen.version(transcript) ?? capture?.retrieved;
    return seen === undefined ? null : { day: seen.slice(0, 10), how: capture?.how ?? 'imported' };
  }
}

/** A title of white space alone names nothing; the id does. */
export const titleOf = ({ title, id }: Transcript): string => oneLine(title) || id;

/** Labels that say that somebody asks, and not who. */
const nobody = /^(?:q|question|reporter|journalist|the press|问|提问|记者|記者|記者問|问题)$/iu;

const nameIn = (label: string | null | undefined): string | null =>
  label && !nobody.test(label.trim()) ? label : null;

const dateParts = (day: string): number[] => day.split('-').map(Number);
