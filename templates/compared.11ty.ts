import { recordPath } from '../src/model/paths.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { type ComparedSheet, type Comparison, comparisonsIn } from '../src/site/changes.ts';
import { dayNames } from '../src/site/dates.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Html, html } from '../src/site/html.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { aboutChanges, vanishedNote } from './parts/badge.ts';
import { comparedExchanges } from './parts/compared.ts';
import { sideDay } from './parts/day.ts';
import { frame } from './parts/frame.ts';

interface Given {
  catalogue: Catalogue;
  it: ComparedSheet;
}

/** A page per record of which more than one wording was seen: each version beside the one before it. */
export const data = {
  pagination: { data: 'sheets.compared', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const { transcript } = it;
  const comparisons = comparisonsIn(it);
  const main = html`<div>
${heading(catalogue, here, it)}
${comparisons.map((comparison) => compared(here, it, comparison))}</div>`;
  const day = dayNames(transcript.date);
  const title = {
    'zh-Hans': `${day['zh-Hans']}：${strings.versionsTitle['zh-Hans']}`,
    en: `${day.en}: ${strings.versionsTitle.en}`,
  };
  return frame(catalogue, { here, title, description: transcript.title, section: 'changes' }, main);
}

function heading(catalogue: Catalogue, here: Here, { transcript, versions }: ComparedSheet): Html {
  const { id, date, language, title } = transcript;
  return html`<header class="row">
${sideDay(date)}
<div>
<p class="quiet"><a class="plain" href="${here.to('/changed/')}">${say(strings.changedTitle)}</a> / <a class="plain" href="${here.to(recordPath(id))}"><code>${id}</code></a></p>
<h1 class="serif" lang="${language}">${title}</h1>
<p class="facts changed"><span>${say(strings.wordings(versions.versions.length))}</span><span>${aboutChanges(catalogue, here)}</span></p>
${vanishedNote(transcript)}</div>
</header>`;
}

function compared(here: Here, sheet: ComparedSheet, comparison: Comparison): Html {
  const { before, after } = comparison;
  return html`<section aria-label="${before.id} ${after.id}">
<div class="row pair heads">
${[before, after].map((version) => versionHead(sheet, version))}</div>
${comparedExchanges(here, sheet.transcript, comparison)}</section>
`;
}

/** When a version was seen and in how many captures. */
function versionHead(
  { transcript }: ComparedSheet,
  { id, first, last, digest }: Comparison['before'],
): Html {
  const shows = transcript.versions.find((version) => version.id === id)?.captures ?? [];
  const count = transcript.captures.filter(({ sha256 }) => shows.includes(sha256)).length;
  const [from, to] = [first, last].map((instant) => dayNames(instant.slice(0, 10)));
  const seen =
    from && to && (from.en === to.en ? strings.seenOn(from) : strings.seenFromTo(from, to));
  return html`<p class="changed"><b class="badge">${id}</b><b>${seen && say(seen)}</b><br><span class="quiet">${say(strings.captures(count))}, <code>${digest.slice(0, 8)}…</code></span></p>
`;
}
