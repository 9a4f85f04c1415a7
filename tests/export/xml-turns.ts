import { load } from 'cheerio';
import type { ToldTurn } from './turns-in.ts';

/** A turn as XML tells it. */
type XmlTurn = Omit<ToldTurn, 'speaker'>;

/** The turns of a TEI document, by what its elements say. */
export function teiTurns(xml: string): XmlTurn[] {
  const $ = load(xml, { xml: true });
  const outlets = new Map(
    $('person')
      .toArray()
      .map((it) => [$(it).attr('xml:id'), $(it).find('affiliation').attr('ref')]),
  );
  return $('u')
    .toArray()
    .map((u) => {
      const label = $(u).prev('note[type=speaker]');
      return {
        kind: $(u).attr('ana')?.slice(1) ?? '',
        label: label.length > 0 ? label.text() : null,
        outlet: outlets.get($(u).attr('who')?.slice(1))?.replace('#outlet-', '') ?? null,
        text: $(u)
          .children('seg')
          .toArray()
          .map((it) => $(it).text())
          .join('\n'),
      };
    });
}

/** The turns of an Akoma Ntoso debate. */
export function aknTurns(xml: string): XmlTurn[] {
  const $ = load(xml, { xml: true });
  return $('speech, question, answer')
    .toArray()
    .map((it) => {
      const label = $(it).children('from');
      return {
        kind: it.name === 'speech' ? 'statement' : it.name,
        label: label.length > 0 ? label.text() : null,
        outlet: $(it).attr('as')?.replace('#outlet-', '') ?? null,
        text: $(it)
          .children('p')
          .toArray()
          .map((p) => $(p).text())
          .join('\n'),
      };
    });
}
