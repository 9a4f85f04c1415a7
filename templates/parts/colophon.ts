import type { CaptureRef } from '../../src/model/capture.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { instantNames } from '../../src/site/dates.ts';
import { type Here, outside } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';
import { correctionOf } from './correction.ts';

/** Where the words of a page come from: address, source, capture, digest. */
export function colophon(
  catalogue: Catalogue,
  here: Here,
  transcript: Transcript,
  address: Child,
): Html {
  const source = catalogue.archive.sources.get(transcript.source);
  const facts: [Child, Child][] = [
    [say(strings.address), address],
    [say(strings.source), outsideLink(transcript.url)],
    [say(strings.publisher), html`<span lang="${source?.language}">${transcript.publisher}</span>`],
    [say(strings.captured), captured(transcript.captures)],
    ['SHA-256', digest(transcript.captures)],
    [say(strings.dateFrom), say(dateFrom[transcript.dateFrom])],
    [say(strings.correctedByHand), correctionOf(catalogue, transcript)],
    [say(strings.asData), files(here, transcript.id)],
    [say(strings.rights), source && rights(here, source.id, source.rights)],
  ];
  return html`<section class="colophon" aria-labelledby="colophon">
<h2 class="vh" id="colophon">${say(strings.provenance)}</h2>
<dl>
${facts.map(([term, fact]) => fact && html`<dt>${term}</dt><dd>${fact}</dd>\n`)}</dl>
</section>`;
}

/** The record as data, for other programs: the same ids and words. */
function files(here: Here, id: string): Html {
  const json = here.to(`/api/v1/transcripts/${id}.json`);
  return html`<a href="${json}">JSON</a> · <a href="${here.to(`/${id}.md`)}">Markdown</a>`;
}

const dateFrom = {
  title: strings.dateFromTitle,
  body: strings.dateFromBody,
  meta: strings.dateFromMeta,
  url: strings.dateFromUrl,
};

/** An outside address, pressed only where it is one of the web. */
export function outsideLink(url: string): Html {
  const href = outside(url);
  return href === null ? html`${url}` : html`<a href="${href}">${url}</a>`;
}

function rights(
  here: Here,
  id: string,
  {
    statement,
    redistribute,
  }: { statement: string; redistribute: keyof typeof strings.redistribute },
): Html {
  return html`${statement} · <a href="${here.to(`/sources/${id}/`)}">${say(strings.redistribute[redistribute])}</a>`;
}

/** When the page was seen: the first capture and how many there are. */
export function captured(captures: CaptureRef[]): Child {
  const fetched = captures.flatMap(({ retrieved }) => retrieved ?? []).sort();
  const [first] = fetched;
  const when =
    first === undefined ? say(strings.importedNoTime) : say(strings.fetchedAt(instantNames(first)));
  return html`${when}${captures.length > 1 && say(strings.captureCount(captures.length))}`;
}

/** The digest of the newest capture, shortened where it is read and whole where it is copied. */
export function digest(captures: CaptureRef[]): Child {
  const newest = captures.at(-1);
  return newest && html`<code class="digest">${newest.sha256}</code>`;
}

/** What the printed page carries at its foot. */
export function printFoot(
  id: string,
  { captures }: Transcript,
  language: 'zh-Hans' | 'en',
): string {
  const newest = captures.at(-1);
  const when = newest?.retrieved ? instantNames(newest.retrieved) : strings.imported;
  return `${id} · ${when[language]} · sha-256 ${newest?.sha256.slice(0, 8)}…${newest?.sha256.slice(-8)}`;
}
