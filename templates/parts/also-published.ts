import { recordPath } from '../../src/model/paths.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** The other editions of a transcript's briefing, to be read beside it. */
export function otherEditions(catalogue: Catalogue, here: Here, transcript: Transcript): Child {
  const sheet = catalogue.editionsOf(transcript);
  if (!sheet) return null;
  const others = sheet.editions.filter(({ id }) => id !== transcript.id);
  const links = others.map((edition, index) => {
    const reading = sheet.readings.find(
      ({ a, b }) => [a, b].includes(edition) && [a, b].includes(transcript),
    );
    const path = here.to(reading?.path ?? recordPath(edition.id));
    return html`${index > 0 && say(strings.separator)}<a href="${path}">${say(catalogue.editionNames(edition))}</a>`;
  });
  return html`<span>${say(strings.alsoPublished)}${say(strings.colon)}${links} (<a href="${here.to(sheet.path)}">${say(strings.differences)}</a>)</span>\n`;
}

/** The same exchange in the other editions, or that it is not there. */
export function counterparts(catalogue: Catalogue, here: Here, exchange: Exchange): Child {
  return catalogue.counterpartsOf(exchange).map(({ edition, exchange: id, reading }) => {
    const names = say(catalogue.editionNames(edition));
    const beside = here.to(`${reading.path}#${slotId(exchange)}`);
    if (id === null) {
      return html`<span>${say(strings.notInEdition)}${say(strings.colon)}<a href="${beside}">${names}</a></span>\n`;
    }
    const number = id.split('/')[2];
    return html`<span>${say(strings.alsoPublished)}${say(strings.colon)}<a href="${here.to(recordPath(id))}">${names} §${number}</a> (<a href="${beside}">${say(strings.readBeside)}</a>)</span>\n`;
  });
}

/** Where an exchange stands on the page of a reading; editions have numbers of their own. */
export const slotId = ({ id }: Pick<Exchange, 'id'>): string => id.replaceAll('/', '-');
