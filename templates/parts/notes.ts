import type { Names } from '../../src/model/names.ts';
import type { Placement } from '../../src/model/topic.ts';
import type { Exchange, ExchangeFlag, Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { grouped } from '../../src/site/grouped.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { viewAddress } from '../../src/site/sheets.ts';
import { strings } from '../../src/site/strings.ts';

const flagNames: Record<ExchangeFlag, Names> = {
  slight: strings.slight,
  'no-answer': strings.noAnswer,
  'no-question': strings.noQuestion,
  'same-asker': strings.sameAsker,
  'lost-label': strings.lostLabel,
  'damaged-text': strings.damagedText,
};

/** What the archive adds to an exchange: topics with their reasons, and what it noticed. */
export function exchangeNotes(
  catalogue: Catalogue,
  here: Here,
  exchange: Exchange,
  transcript: Transcript,
): Child {
  const topics = catalogue.placementsOf(exchange).flatMap((placement, index) => {
    const names = catalogue.archive.topics.get(placement.topic)?.names;
    if (!names) return [];
    const path = here.to(viewAddress({ kind: 'topics', id: placement.topic }));
    const term = index === 0 && html`<dt>${say(strings.topics)}</dt>`;
    return [
      html`${term}<dd><a href="${path}">${say(names)}</a>${say(placement.reasons.length > 0 ? strings.byReason : strings.separator)}${reasons(placement, transcript.language)}</dd>\n`,
    ];
  });
  const alone =
    exchange.parts.length > 1
      ? exchange.parts.filter((part) => part.answer.length === 0 || part.question.length === 0)
      : [];
  const forms = [
    ...exchange.flags.map((flag) => flagNames[flag]),
    ...alone.map(({ id, answer }) =>
      answer.length === 0 ? strings.partAlone(id) : strings.partUnasked(id),
    ),
  ];
  if (topics.length + forms.length === 0) return null;
  return html`<section class="row" aria-labelledby="notes">
<h2 class="side" id="notes">${say(strings.ourNotes)}</h2>
<dl>
${topics}${forms.map((form, index) => html`${index === 0 && html`<dt>${say(strings.form)}</dt>`}<dd>${say(form)}</dd>\n`)}</dl>
</section>
`;
}

const places = {
  question: strings.inQuestion,
  answer: strings.inAnswer,
  title: () => strings.inTitle,
};

/** The words that placed an exchange under a topic, with where and how often; or why it was placed by hand. */
export function reasons({ reasons, hand }: Placement, language: string): Html {
  const byHand = hand !== undefined && html`${say(strings.byHand)}${hand}`;
  const byWords = [...grouped(reasons, ({ phrase }) => phrase)].map(([phrase, said], index) => {
    const where = said.map(({ side, times }) => places[side](times));
    return html`${(index > 0 || byHand) && say(strings.nextReason)}“<span class="serif" lang="${language}">${phrase}</span>”${say(strings.gap)}${where.map((it, at) => html`${at > 0 && say(strings.alsoSaid)}${say(it)}`)}`;
  });
  return html`${byHand}${byWords}`;
}
