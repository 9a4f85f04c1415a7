import { recordPath } from '../../src/model/paths.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { outside } from '../../src/site/here.ts';
import { type Child, type Html, html, trusted } from '../../src/site/html.ts';

/**
 * What reference managers read: Dublin Core, Highwire's names, and Zotero's own for the type of item.
 *
 * Zotero takes `citation_title` for a journal article unless something says otherwise, and Dublin
 * Core's source for the title of the site; so the type is given and the source is a link.
 */
export function metadata(catalogue: Catalogue, transcript: Transcript, exchange?: Exchange): Html {
  const item = catalogue.citing.item(transcript, catalogue.language, exchange);
  const source = catalogue.archive.sources.get(transcript.source);
  const original = outside(transcript.url);
  const address = catalogue.address(recordPath(item.id));
  const facts: [name: string, content: string | null | undefined][] = [
    ['z.itemType', 'webpage'],
    ['DC.type', item.genre],
    ['DC.title', item.title],
    ...item.author.map(({ literal }): [string, string] => ['DC.creator', literal]),
    ['DC.date', transcript.date],
    ['DC.publisher', item.publisher],
    ['DC.language', transcript.language],
    ['DC.rights', source?.rights.statement],
    ['DC.identifier', item.id],
    ['citation_title', item.title],
    ...item.author.map(({ literal }): [string, string] => ['citation_author', literal]),
    ['citation_publication_date', transcript.date.replaceAll('-', '/')],
    ['citation_publisher', item.publisher],
    ['citation_language', transcript.language],
    ['citation_public_url', address],
  ];
  return html`<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
<link rel="schema.z" href="http://www.zotero.org/namespaces/export#">
${facts.map(([name, content]) => content && html`<meta name="${name}" content="${content}">\n`)}${original && html`<link rel="original" href="${original}">\n`}`;
}

/** Linked data as a script that nobody runs. What could end it, or is no character, is written as an escape. */
export const linkedData = (...things: object[]): Child =>
  things.map((thing) => {
    const json = JSON.stringify(thing).replace(
      /[<>&\u2028\u2029]|\p{Noncharacter_Code_Point}/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return html`<script type="application/ld+json">${trusted(json)}</script>\n`;
  });
