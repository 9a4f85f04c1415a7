import type { UiLanguage } from '../../model/names.ts';
import { recordPath } from '../../model/paths.ts';
import type { Transcript } from '../../model/transcript.ts';
import type { ExportFile } from '../export-file.ts';
import { bibtex } from './bibtex.ts';
import type { Cited } from './cited.ts';
import type { CslItem } from './csl-item.ts';
import { ris } from './ris.ts';

/** What a transcript's citations come in, by the name of the file. */
export const citationFormats = [
  {
    file: 'citations.json',
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
  },
  { file: 'citations.bib', name: 'BibTeX', mediaType: 'application/x-bibtex' },
  { file: 'citations.ris', name: 'RIS', mediaType: 'application/x-research-info-systems' },
] as const;

const writers: Record<(typeof citationFormats)[number]['file'], (items: CslItem[]) => string> = {
  'citations.json': (items) => `${JSON.stringify(items, null, 1)}\n`,
  'citations.bib': bibtex,
  'citations.ris': ris,
};

/** The site path of a transcript's citations in a format. */
export const citationPath = (transcript: string, file: string): string =>
  `${recordPath(transcript)}${file}`;

/** A transcript's citations in every format: itself, then its exchanges, in the record's own language. */
export function citationsOf(cited: Cited, transcript: Transcript): ExportFile[] {
  const items = itemsOf(cited, transcript);
  return citationFormats.map(({ file }) => ({
    path: citationPath(transcript.id, file).slice(1),
    bytes: writers[file](items),
  }));
}

function itemsOf(cited: Cited, transcript: Transcript): CslItem[] {
  const language: UiLanguage = transcript.language.startsWith('zh') ? 'zh-Hans' : 'en';
  const exchanges = transcript.children.filter((child) => child.type === 'exchange');
  return [
    cited.transcript(transcript, language),
    ...exchanges.map((exchange) => cited.exchange(exchange, transcript, language)),
  ];
}
