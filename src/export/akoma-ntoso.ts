import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Archive } from '../model/archive.ts';
import { recordPath } from '../model/paths.ts';
import type { Exchange, Note, Transcript, Turn } from '../model/transcript.ts';
import type { ExportFile } from './export-file.ts';
import { type Voice, voiceKey, voicesOf } from './voices.ts';
import { xmlOf, xmlText } from './xml.ts';

type Names = Pick<Archive, 'outlets' | 'institutions'>;

/** Each transcript as an Akoma Ntoso 3 debate, `<transcript>.xml`; questions and answers by those names. */
export function* akomaNtoso(archive: Names & Pick<Archive, 'transcripts'>): Generator<ExportFile> {
  for (const transcript of archive.transcripts) {
    const root = x('akomaNtoso', { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }, [
      debate(transcript, archive),
    ]);
    yield { path: `${transcript.id}.xml`, bytes: xmlOf(root) };
  }
}

function debate(transcript: Transcript, names: Names): Element {
  const voices = voicesOf(transcript);
  return x('debate', { name: transcript.kind }, [
    x('meta', [identification(transcript, names), references(voices, names)]),
    x('preface', [x('p', xmlText(transcript.title))]),
    x('debateBody', [
      x(
        'debateSection',
        { name: 'briefing', eId: 'briefing' },
        transcript.children.flatMap((child, index) =>
          child.type === 'exchange'
            ? [section(child, voices)]
            : spoken(child, `turn_${index}`, voices),
        ),
      ),
    ]),
  ]);
}

function identification(transcript: Transcript, { institutions }: Names): Element {
  const place = institutions.get(transcript.institution)?.place.toLowerCase() ?? '';
  const work = `/akn/${/^[a-z]{2}$/.test(place) ? place : 'xx'}/debate/${transcript.date}/${transcript.id.replaceAll('/', '.')}`;
  const language = new Intl.Locale(transcript.language).language;
  const expression = `${work}/${language}@`;
  const level = (name: string, uri: string, more: Element[]) =>
    x(name, [
      x('FRBRthis', { value: `${uri}/!main` }),
      x('FRBRuri', { value: uri }),
      x('FRBRdate', { date: transcript.date, name: 'held' }),
      x('FRBRauthor', { href: '#institution' }),
      ...more,
    ]);
  return x('identification', { source: '#lectern' }, [
    level('FRBRWork', work, [x('FRBRcountry', { value: place || 'xx' })]),
    level('FRBRExpression', expression, [x('FRBRlanguage', { language })]),
    level('FRBRManifestation', `${expression}/main.xml`, [
      x('FRBRformat', { value: 'application/akn+xml' }),
    ]),
  ]);
}

function references(voices: Map<string, Voice>, { outlets }: Names): Element {
  const named = (tag: string, eId: string, href: string, showAs: string) =>
    x(tag, { eId, href, showAs: xmlText(showAs) || eId });
  const ids = [...new Set([...voices.values()].flatMap(({ outlet }) => outlet ?? []))];
  return x('references', { source: '#lectern' }, [
    named('TLCOrganization', 'lectern', '/akn/ontology/organization/lectern', 'Lectern'),
    named(
      'TLCOrganization',
      'institution',
      '/akn/ontology/organization/institution',
      'Institution',
    ),
    ...ids.map((id) =>
      named(
        'TLCOrganization',
        `outlet-${id}`,
        `/akn/ontology/organization/${id}`,
        outlets.get(id)?.names.en ?? id,
      ),
    ),
    ...[...voices.values()].map(({ id, name }) =>
      named('TLCPerson', id, `/akn/ontology/person/${id}`, name),
    ),
  ]);
}

function section(exchange: Exchange, voices: Map<string, Voice>): Element {
  const eId = `exchange_${exchange.n}`;
  const content = exchange.children.flatMap((child, index) =>
    spoken(child, `${eId}__turn_${index}`, voices),
  );
  return x(
    'debateSection',
    { name: 'exchange', eId, alternativeTo: recordPath(exchange.id) },
    content,
  );
}

const containers = { statement: 'speech', question: 'question', answer: 'answer' } as const;

function spoken(child: Turn | Note, eId: string, voices: Map<string, Voice>): ElementContent[] {
  if (child.type === 'note') return [x('narrative', { eId }, xmlText(child.value))];
  const voice = voices.get(voiceKey(child) ?? '');
  const outlet = child.outlet === null ? {} : { as: `#outlet-${child.outlet}` };
  return [
    x(containers[child.kind], { eId, by: voice ? `#${voice.id}` : '#nobody', ...outlet }, [
      ...(child.label === null ? [] : [x('from', xmlText(child.label))]),
      ...child.children.map(({ type, value }) =>
        type === 'note' ? x('block', { name: 'note' }, xmlText(value)) : x('p', xmlText(value)),
      ),
    ]),
  ];
}
