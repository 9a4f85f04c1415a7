import { recordPath } from '../src/model/paths.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import type { Change, Changed } from '../src/site/changes.ts';
import { dayNames } from '../src/site/dates.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Child, type Html, html } from '../src/site/html.ts';
import type { Leaf } from '../src/site/leaves.ts';
import { say } from '../src/site/say.ts';
import { strings } from '../src/site/strings.ts';
import { sideDay } from './parts/day.ts';
import { frame } from './parts/frame.ts';
import { leafLinks } from './parts/leaf-links.ts';

interface Given {
  catalogue: Catalogue;
  it: Leaf<Changed>;
}

/** Records of which more than one wording was seen, and what differs. */
export const data = {
  pagination: { data: 'sheets.changed', size: 1, alias: 'it' },
  permalink: ({ it }: Given) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue, it }: Given): string {
  const here = new Here(it.path);
  const main = html`<header class="row">
<h1>${say(strings.changedTitle)}</h1>
<p class="prose">${say(it.listed.length > 0 ? strings.changedNote : strings.noneChanged)}</p>
</header>
${it.listed.map((changed) => changedRow(here, changed))}${leafLinks(here, it)}`;
  return frame(
    catalogue,
    {
      here,
      title: strings.changedTitle,
      description: strings.changedNote[catalogue.language],
      section: 'changes',
    },
    main,
  );
}

function changedRow(here: Here, { transcript, versions, changes }: Changed): Html {
  const { id, date, language, title } = transcript;
  return html`<article class="row" id="${id.replace('/', '-')}">
${sideDay(date)}
<div><h2 class="title" lang="${language}"><a class="plain" href="${here.to(recordPath(id))}">${title}</a></h2>
<p class="facts changed">${versions.map(
    ({ version, seen }) =>
      html`<span><b class="badge">${version}</b>${say(strings.seenSince(dayNames(seen.slice(0, 10))))}</span>`,
  )}</p>
<ul class="differences">
${changes.map((change) => changeLine(here, change))}</ul></div></article>
`;
}

function changeLine(here: Here, change: Change): Html {
  const n = change.id.split('/')[2];
  return html`<li><a class="plain" href="${here.to(recordPath(change.id))}">§${n}</a> ${said(change)}</li>\n`;
}

/** What a ledger line says, in the words for it. */
function said(change: Change): Child {
  switch (change.event) {
    case 'edited':
      return say(strings.edited(change.from, change.version));
    case 'moved':
      return say(strings.moved(change.from, change.version));
    case 'minted':
      return say(strings.added(change.version));
    case 'split':
      return say(strings.splitOf(change.of, change.version));
    case 'merged':
      return say(strings.mergedInto(change.into, change.version));
    case 'removed':
      return say(strings.removed(change.last, change.version));
    case 'restored':
      return say(strings.restored(change.version));
  }
}
