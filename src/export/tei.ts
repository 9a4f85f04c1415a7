import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Archive } from '../model/archive.ts';
import type { Exchange, Note, Paragraph, Transcript, Turn } from '../model/transcript.ts';
import type { ExportFile } from './export-file.ts';
import { type Voice, voiceKey, voicesOf } from './voices.ts';
import { xmlOf, xmlText } from './xml.ts';

type Names = Pick<Archive, 'outlets' | 'sources'>;

/** Each transcript as a TEI document in the shape of Parla-CLARIN, `<transcript>.xml`. */
export function* tei(archive: Names & Pick<Archive, 'transcripts'>): Generator<ExportFile> {
  for (const transcript of archive.transcripts) {
    yield { path: `${transcript.id}.xml`, bytes: xmlOf(teiOf(transcript, archive)) };
  }
}

function teiOf(transcript: Transcript, names: Names): Element {
  const voices = voicesOf(transcript);
  return x(
    'TEI',
    {
      xmlns: 'http://www.tei-c.org/ns/1.0',
      'xml:lang': transcript.language,
      'xml:id': xmlId(transcript.id),
    },
    [
      x('teiHeader', [
        fileDescription(transcript, names),
        encoding(),
        x('profileDesc', [
          x('langUsage', [x('language', { ident: transcript.language }, transcript.language)]),
          ...(voices.size > 0 ? [x('particDesc', participants([...voices.values()], names))] : []),
        ]),
      ]),
      x('text', [x('body', sections(transcript, voices))]),
    ],
  );
}

function fileDescription(transcript: Transcript, { sources }: Names): Element {
  const rights = sources.get(transcript.source)?.rights.statement ?? 'unknown';
  return x('fileDesc', [
    x('titleStmt', [x('title', xmlText(transcript.title))]),
    x('publicationStmt', [
      x('publisher', 'Lectern'),
      x('idno', { type: 'lectern' }, transcript.id),
      x('availability', [x('p', xmlText(rights))]),
    ]),
    x('sourceDesc', [
      x('bibl', [
        x('title', xmlText(transcript.title)),
        x('publisher', xmlText(transcript.publisher)),
        x('date', { when: transcript.date }, transcript.date),
        x('idno', { type: 'URI' }, xmlText(transcript.url)),
      ]),
    ]),
  ]);
}

const kinds: Record<Turn['kind'], string> = {
  statement: 'Said by one who answers, not in reply to a question',
  question: 'Asked',
  answer: 'Said in reply to a question',
};

function encoding(): Element {
  const categories = Object.entries(kinds).map(([kind, what]) =>
    x('category', { 'xml:id': kind }, [x('catDesc', what)]),
  );
  return x('encodingDesc', [x('classDecl', [x('taxonomy', categories)])]);
}

function participants(voices: Voice[], { outlets }: Names): Element[] {
  const ids = [...new Set(voices.flatMap(({ outlet }) => outlet ?? []))];
  const organizations = ids.map((id) =>
    x('org', { 'xml:id': `outlet-${id}` }, [
      x('orgName', xmlText(outlets.get(id)?.names.en ?? id)),
    ]),
  );
  const people = voices.map(({ id, name, outlet }) =>
    x('person', { 'xml:id': id }, [
      x('persName', xmlText(name)),
      ...(outlet === null ? [] : [x('affiliation', { ref: `#outlet-${outlet}` })]),
    ]),
  );
  return [
    ...(organizations.length > 0 ? [x('listOrg', organizations)] : []),
    x('listPerson', people),
  ];
}

/** Exchanges as divisions of their own; what stands between them in divisions of statements. */
function sections(transcript: Transcript, voices: Map<string, Voice>): Element[] {
  const found: Element[] = [];
  let between: ElementContent[] = [];
  const close = () => {
    if (between.length > 0) found.push(x('div', { type: 'statements' }, between));
    between = [];
  };
  for (const child of transcript.children) {
    if (child.type !== 'exchange') between.push(...spoken(child, voices));
    else {
      close();
      found.push(exchange(child, voices));
    }
  }
  close();
  return found;
}

function exchange(it: Exchange, voices: Map<string, Voice>): Element {
  const content = it.children.flatMap((child) => spoken(child, voices));
  return x('div', { type: 'exchange', n: it.n, 'xml:id': xmlId(it.id) }, content);
}

function spoken(child: Turn | Note, voices: Map<string, Voice>): ElementContent[] {
  if (child.type === 'note') return [x('note', language(child), xmlText(child.value))];
  const voice = voices.get(voiceKey(child) ?? '');
  const label = child.label === null ? [] : [x('note', { type: 'speaker' }, xmlText(child.label))];
  const words = child.children.map((part) =>
    x(part.type === 'note' ? 'note' : 'seg', language(part), xmlText(part.value)),
  );
  return [
    ...label,
    x('u', { ana: `#${child.kind}`, ...(voice && { who: `#${voice.id}` }) }, words),
  ];
}

const language = ({ language }: Paragraph | Note) => (language ? { 'xml:lang': language } : {});

/** An id of ours as an XML name: it may not begin with a digit nor hold a slash. */
const xmlId = (id: string): string => `lectern.${id.replaceAll('/', '.')}`;
