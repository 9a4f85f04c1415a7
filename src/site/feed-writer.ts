import { createHash } from 'node:crypto';
import { titleOf } from '../export/citations/cited.ts';
import { oneLine } from '../export/citations/one-line.ts';
import type { Feed, FeedItem } from '../export/feeds/feed.ts';
import { Seen } from '../export/seen.ts';
import type { Listed } from '../model/archive.ts';
import { recordPath } from '../model/paths.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import type { Catalogue } from './catalogue.ts';
import type { RecordChange } from './changes.ts';
import { type Html, html } from './html.ts';
import { strings } from './strings.ts';

/** The site path of the feeds of a page, without extension; the home page's is `/feeds/site`. */
export const feedPath = (page: string): string =>
  page === '/' ? '/feeds/site' : `/feeds${page.replace(/\/$/, '')}`;

/** Whether the archive has feeds: they need whole addresses, and something to tell. */
export const hasFeeds = ({ site, archive }: Catalogue): boolean =>
  site.url !== null && archive.transcripts.length > 0;

/** Turns what a catalogue holds into items of feeds; an exchange stands in about five. */
export class FeedWriter {
  readonly #catalogue: Catalogue;
  readonly #seen: Seen;
  readonly #items = new Map<string, FeedItem>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    this.#seen = new Seen(catalogue.archive.ledger);
  }

  /** A feed without its items. */
  heading(page: string, name: string): Omit<Feed, 'items'> {
    const { site, language } = this.#catalogue;
    const title = page === '/' ? name : `${name} · ${site.title[language]}`;
    const home = this.#address(page);
    return {
      id: urn(`feed ${page}`),
      path: feedPath(page),
      title: oneLine(title),
      home,
      language,
    };
  }

  /** A conference with all its words. */
  transcript(transcript: Transcript): FeedItem {
    const children = transcript.children.map((child) =>
      child.type === 'exchange' ? exchangeText(child) : turnText(child),
    );
    const seen = this.#seen.version(transcript);
    return this.#item(
      transcript.id,
      transcript,
      titleOf(transcript),
      transcript.spokespersons[0],
      seen,
      html`${children}`,
    );
  }

  /** A question and what answers it. */
  exchange({ exchange, transcript }: Listed): FeedItem {
    const known = this.#items.get(exchange.id);
    if (known) return known;
    const { title, author } = this.#catalogue.citing.item(
      transcript,
      this.#catalogue.language,
      exchange,
    );
    const seen = this.#seen.exchange(exchange.id, transcript);
    const item = this.#item(
      exchange.id,
      transcript,
      title,
      author[0]?.literal,
      seen,
      exchangeText(exchange),
    );
    this.#items.set(exchange.id, item);
    return item;
  }

  /** What became known of a record, by the day it was seen: its facts, and never why. */
  change(change: RecordChange): FeedItem {
    const { transcript, what, seen } = change;
    const { language } = this.#catalogue;
    const said = {
      wording: strings.changedAfter,
      vanished: strings.vanishedOn,
      returned: strings.returnedOn,
    }[what];
    const versions =
      what === 'wording' ? html`<p>${change.before.version} → ${change.after.version}</p>` : null;
    const lines =
      what === 'wording'
        ? change.lines.map(
            ({ id }) => html`<li><a href="${this.#address(recordPath(id))}">${id}</a></li>`,
          )
        : [];
    const text = html`<p>${said[language]}</p>${versions}${lines.length > 0 && html`<ul>${lines}</ul>`}`;
    const title = `${said[language]}: ${titleOf(transcript)}`;
    const item = this.#item(transcript.id, transcript, title, undefined, seen, text);
    return { ...item, id: urn(`${transcript.id} ${what} ${seen}`), published: seen };
  }

  #item(
    id: string,
    transcript: Transcript,
    title: string,
    author: string | undefined,
    seen: string | null,
    text: Html,
  ): FeedItem {
    const published = midnight(
      transcript.date,
      this.#catalogue.archive.sources.get(transcript.source)?.timeZone ?? 'UTC',
    );
    const institution = this.#catalogue.institutionNames(transcript)[this.#catalogue.language];
    return {
      id: urn(id),
      url: this.#address(recordPath(id)),
      title,
      author: oneLine(author ?? '') || oneLine(institution),
      html: text.text,
      language: transcript.language,
      published,
      updated: seen ?? published,
    };
  }

  #address(path: string): string {
    return this.#catalogue.address(path) ?? path;
  }
}

/** A name that stays with an id: a UUID of version 5 (RFC 9562), in a space of our own. */
function urn(id: string): string {
  const hash = createHash('sha1').update(`lectern ${id}`).digest();
  hash.writeUInt8(((hash[6] ?? 0) & 0x0f) | 0x50, 6);
  hash.writeUInt8(((hash[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex').slice(0, 32);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** The instant at which a civil day begins in a time zone; only the day is known of a conference. */
function midnight(day: string, timeZone: string): string {
  const guess = Date.parse(`${day}T00:00:00Z`);
  const [zone = 'GMT'] = offsets(timeZone)
    .formatToParts(guess)
    .flatMap(({ type, value }) => (type === 'timeZoneName' ? [value] : []));
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return new Date(guess - offset * 60_000).toISOString();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept for each zone: a new one for each item took a seventh of adding a day. */
function offsets(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  return format;
}

type Said = Transcript['children'][number] | Exchange['children'][number];

const exchangeText = ({ children }: Exchange): Html => html`${children.map(turnText)}`;

function turnText(it: Said): Html {
  if (it.type === 'exchange') return exchangeText(it);
  if (it.type === 'note') return html`<p>${it.value}</p>`;
  const label = it.label === null ? null : html`<p><b>${it.label}</b></p>`;
  return html`${label}${it.children.map(({ value }) => html`<p>${value}</p>`)}`;
}
