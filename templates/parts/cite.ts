import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { type Citation, citationFormats, citationPath } from '../../src/site/citing.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say, uiLanguages } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** How a transcript, or one of its exchanges, is cited: in every style, and as files for other programs. */
export function cite(
  catalogue: Catalogue,
  here: Here,
  transcript: Transcript,
  exchange?: Exchange,
): Html {
  const { citing } = catalogue;
  return html`<section class="row cite" aria-labelledby="cite"><h2 class="side" id="cite">${say(strings.cite)}</h2>
${uiLanguages.map((language) => {
  const [first, ...others] = exchange
    ? citing.exchange(exchange, transcript, language)
    : citing.transcript(transcript, language);
  return html`<div class="u" lang="${language}">
${first && list([first], strings.copyCitation[language])}<details><summary>${strings.otherStyles[language]}</summary>
${list(others, strings.copyCitation[language])}</details>
</div>
`;
})}<p class="quiet">${say(strings.forPrograms)}${files(here, transcript, exchange)}</p>
</section>
`;
}

function list(citations: Citation[], copy: string): Html {
  return html`<dl>
${citations.map(({ style, text }) => html`<dt>${style.name}</dt><dd><span data-citation>${text}</span> <button type="button" class="plain" data-copy="citation" hidden>${copy}</button></dd>\n`)}</dl>
`;
}

/** Each file holds the whole transcript; its button copies what it says of this page alone. */
function files(here: Here, { id }: Transcript, exchange: Exchange | undefined): Child {
  return citationFormats.map(({ file, name, mediaType }, index) => {
    const href = here.to(citationPath(id, file));
    return html`${index > 0 && ' · '}<a href="${href}" type="${mediaType}">${name}</a> <button type="button" class="plain" data-copy="cited" data-file="${href}" data-cites="${exchange?.id ?? id}" data-format="${name}" hidden>${say(strings.copyCitation)}<span class="vh"> ${name}</span></button>`;
  });
}
