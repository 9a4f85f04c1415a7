import type {
  Answer,
  Article,
  Dataset,
  Event,
  Organization,
  Person,
  Question,
  WebSite,
  WithContext,
} from 'schema-dts';
import { titleOf } from '../export/citations/cited.ts';
import type { CslItem } from '../export/citations/csl-item.ts';
import { oneLine } from '../export/citations/one-line.ts';
import { recordPath } from '../model/paths.ts';
import { shownVersion } from '../model/shown-version.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { wordsOf } from '../model/words.ts';
import type { Catalogue } from './catalogue.ts';
import { cut } from './cut.ts';
import { exchangesOf } from './sheets.ts';
import { voicesOf } from './voices-of.ts';

/** How much of a question names it, in half-width places; its words are on the page. */
const nameWidth = 60;

/** A transcript as schema.org's Article with a Question for each exchange. Not a QAPage or FAQPage: those are for other things. */
export function articleOf(catalogue: Catalogue, transcript: Transcript): WithContext<Article> {
  const item = catalogue.citing.item(transcript, catalogue.language);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    ...identity(catalogue, transcript.id),
    headline: item.title,
    genre: item.genre,
    ...common(transcript, item),
    publisher: organization(item.publisher),
    version: shownVersion(transcript)?.id ?? 'v1',
    isBasedOn: transcript.url,
    recordedAt: eventOf(transcript, item),
    hasPart: exchangesOf(transcript).map((exchange, index) => ({
      ...questionOf(catalogue, transcript, exchange),
      position: index + 1,
    })),
  };
}

/** An exchange as schema.org's Question, part of its transcript. */
export function exchangeData(
  catalogue: Catalogue,
  transcript: Transcript,
  exchange: Exchange,
): WithContext<Question> {
  const item = catalogue.citing.item(transcript, catalogue.language, exchange);
  return {
    '@context': 'https://schema.org',
    ...questionOf(catalogue, transcript, exchange),
    ...common(transcript, item),
    isPartOf: {
      '@type': 'Article',
      ...identity(catalogue, transcript.id),
      headline: titleOf(transcript),
    },
  };
}

/** The archive as a site that can be searched, and its files as a data set. */
export function siteData(catalogue: Catalogue): [WithContext<WebSite>, WithContext<Dataset>] {
  const { site, language } = catalogue;
  const [name, description] = [site.title[language], site.description[language]];
  const url = catalogue.address('/') ?? undefined;
  const file = catalogue.address('/api/v1/index.json') ?? undefined;
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name,
      description,
      ...(url && { url }),
    },
    {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name,
      description,
      ...(url && { url }),
      isAccessibleForFree: true,
      creator: organization(name),
      ...(file && {
        distribution: {
          '@type': 'DataDownload',
          encodingFormat: 'application/json',
          contentUrl: file,
        },
      }),
    },
  ];
}

function questionOf(
  catalogue: Catalogue,
  { institution }: Transcript,
  exchange: Exchange,
): Question & object {
  const { asker, answerer } = voicesOf(exchange);
  const { language } = catalogue;
  const outlet = catalogue.outletOf(asker);
  const turn = asker ?? answerer;
  const name = answerer?.speaker;
  const answer: Answer = {
    '@type': 'Answer',
    author: name
      ? person(catalogue.speakerNames(name, institution)[language])
      : organization(catalogue.institutionNames({ institution })[language]),
  };
  return {
    '@type': 'Question',
    ...identity(catalogue, exchange.id),
    name: turn ? cut(oneLine(wordsOf(turn)), nameWidth) : exchange.id,
    ...(outlet && {
      author: { '@type': 'NewsMediaOrganization', name: outlet.names[language] } as const,
    }),
    ...(answerer && { acceptedAnswer: answer }),
  };
}

function common(transcript: Transcript, item: CslItem) {
  return {
    inLanguage: transcript.language,
    datePublished: transcript.date,
    ...(item.accessed && { sdDatePublished: dayOf(item.accessed['date-parts'][0]) }),
    sdPublisher: organization(item['container-title']),
  };
}

const eventOf = ({ date }: Transcript, { title, publisher }: CslItem): Event => ({
  '@type': 'Event',
  name: title,
  startDate: date,
  organizer: organization(publisher),
});

/** Where a record is named: by its whole address, or by its id where the site may stand anywhere. */
function identity(catalogue: Catalogue, id: string) {
  const url = catalogue.address(recordPath(id));
  return url === null ? { identifier: id } : { '@id': url };
}

const organization = (name: string): Organization & object => ({
  '@type': 'Organization',
  name: oneLine(name),
});
const person = (name: string): Person & object => ({ '@type': 'Person', name: oneLine(name) });
const dayOf = (parts: number[]): string =>
  parts.map((part) => String(part).padStart(2, '0')).join('-');
