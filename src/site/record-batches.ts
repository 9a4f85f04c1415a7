import { apiOf, apiPath } from '../export/api.ts';
import { citationFormats, citationPath, citationsOf } from '../export/citations/citation-files.ts';
import { Cited } from '../export/citations/cited.ts';
import { markdownOf } from '../export/markdown.ts';
import { recordPath } from '../model/paths.ts';
import type { Batch } from './batch.ts';
import type { Catalogue } from './catalogue.ts';
import type { Fingerprints } from './fingerprint.ts';

/**
 * What stands beside each transcript's page for programs: Markdown, citations, JSON. They say nothing
 * that its page does not depend on, so the page's fingerprint is theirs.
 */
export function* recordBatches({ archive }: Catalogue, prints: Fingerprints): Generator<Batch> {
  const cited = new Cited(archive);
  for (const transcript of archive.transcripts) {
    const { id } = transcript;
    const text = `${id}.md`;
    yield {
      paths: [
        text,
        ...citationFormats.map(({ file }) => citationPath(id, file).slice(1)),
        apiPath(id),
      ],
      print: prints.get(recordPath(id)) ?? '',
      files: () => [
        { path: text, bytes: markdownOf(transcript) },
        ...citationsOf(cited, transcript),
        apiOf(transcript, archive.placements),
      ],
    };
  }
}
