import { recordPath } from '../src/model/paths.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import type { RecordChange } from '../src/site/changes.ts';
import { instantNames, instantsApart } from '../src/site/dates.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import type { Leaf } from '../src/site/leaves.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { aboutChanges } from './parts/badge.ts';
import { sideDay } from './parts/day.ts';
import { feedLine } from './parts/feed-line.ts';
import { frame } from './parts/frame.ts';
import { leafLinks } from './parts/leaf-links.ts';

interface Given {
  catalogue: Catalogue;
  it: Leaf<RecordChange>;
}

/** What changed, the newest first: another wording of a record, a page gone, a page back. */
export const data = {
  pagination: { data: 'sheets.changed', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const feed = catalogue.changes.all.length > 0 ? '/changed/' : '/';
  const main = html`<header class="row">
<h1>${say(strings.changedTitle)}</h1>
<p class="prose">${say(it.listed.length > 0 ? strings.changedNote : strings.noneChanged)} ${aboutChanges(catalogue, here)}</p>
${it.newer === null && feedLine(catalogue, here, feed)}</header>
${it.listed.map((change) => changeRow(catalogue, here, change))}${leafLinks(here, it)}`;
  return frame(
    catalogue,
    {
      here,
      title: strings.changedTitle,
      description: strings.changedNote[catalogue.language],
      section: 'changes',
      feed,
    },
    main,
  );
}

function changeRow(catalogue: Catalogue, here: Here, change: RecordChange): Html {
  const { id, date, language, title } = change.transcript;
  return html`<article class="row">
${sideDay(date)}
<div><h2 class="title" lang="${language}"><a class="plain" href="${here.to(recordPath(id))}">${title}</a></h2>
${change.what === 'wording' ? wordingOf(catalogue, here, change) : presenceOf(change)}</div></article>
`;
}

const presenceOf = ({ what, seen }: RecordChange): Html =>
  html`<p class="facts"><span>${say(instantNames(seen))}</span><span>${say(what === 'vanished' ? strings.vanishedOn : strings.returnedOn)}</span></p>\n`;

type Wording = Extract<RecordChange, { what: 'wording' }>;

function wordingOf(catalogue: Catalogue, here: Here, change: Wording): Html {
  const { transcript, before, after, lines } = change;
  const versions = [before, after];
  const days = instantsApart(before.seen, after.seen);
  const path = catalogue.changes.places.get(transcript.id);
  return html`<p class="facts changed">${versions.map(
    ({ version }, at) =>
      html`<span><b class="badge">${version}</b>${days[at] && say(strings.seenFirst(days[at]))}</span>`,
  )}${path && html`<span><a href="${here.to(path)}">${say(strings.sideBySide)}</a></span>`}</p>
<ul class="differences">
${lines.map((line) => lineOf(here, line))}${lines.length === 0 && html`<li>${say(strings.onlyOutside)}</li>\n`}</ul>`;
}

function lineOf(here: Here, line: Wording['lines'][number]): Html {
  const n = line.id.split('/')[2];
  return html`<li><a class="plain" href="${here.to(recordPath(line.id))}">§${n}</a> ${said(line)}</li>\n`;
}

/** What a ledger line says, in the words for it. */
function said(line: Wording['lines'][number]): Child {
  switch (line.event) {
    case 'edited':
      return say(strings.edited(line.from, line.version));
    case 'moved':
      return say(strings.moved(line.from, line.version));
    case 'minted':
      return say(strings.added(line.version));
    case 'split':
      return say(strings.splitOf(line.of, line.version));
    case 'merged':
      return say(strings.mergedInto(line.into, line.version));
    case 'removed':
      return say(strings.removed(line.last, line.version));
    case 'restored':
      return say(strings.restored(line.version));
  }
}
