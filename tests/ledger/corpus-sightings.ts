import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { readContent } from '../../src/archive/read.ts';
import { decode } from '../../src/capture/decode.ts';
import { importFiles } from '../../src/capture/import-files.ts';
import { readCaptures } from '../../src/capture/store.ts';
import type { Sighting } from '../../src/ledger/sighting.ts';
import type { Draft } from '../../src/model/draft.ts';
import { dialects } from '../../src/parse/dialects/index.ts';
import { parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { profileOf } from '../../src/parse/profile-of.ts';
import { contentFolder } from '../archive/content.ts';

const root = path.resolve(import.meta.dirname, '../..');
const started = new Date('2031-05-06T08:00:00Z');

/** What a WARC of ../shared/corpus shows of a source, imported and parsed as the commands do. */
export async function corpusSightings(file: string, source: string): Promise<Sighting[]> {
  const content = path.join(await contentFolder({}), 'content');
  for (const it of ['sources', 'institutions.yaml', 'outlets.yaml', 'people.yaml', 'site.yaml']) {
    await cp(path.join(root, 'content', it), path.join(content, it), { recursive: true });
  }
  const { sources } = await readContent(content, Object.keys(dialects));
  const warc = path.join(root, '../shared/corpus', file);
  for await (const { kind } of importFiles([warc], { content, sources: sources.values(), started }))
    assert.notEqual(kind, 'refused');
  return sightingsIn(content, source);
}

/** What the captures of a content folder show of a source. */
export async function sightingsIn(content: string, id: string): Promise<Sighting[]> {
  const { sources, outlets } = await readContent(content, Object.keys(dialects));
  const source = sources.get(id);
  assert.ok(source, id);
  const known = { source, profile: profileOf(source), outlets: outletIndex(outlets.values()) };
  const found: Sighting[] = [];
  for await (const capture of readCaptures(content, id)) {
    const { url, mediaType, sha256, how, recorded } = capture;
    const { text } = decode(capture.bytes, capture.charset);
    const { draft } = parse({ url, mediaType, text }, known);
    if (draft) found.push({ draft, recorded, capture: { url, sha256, how } });
  }
  return found;
}

/** Conferences of three exchanges or more, in order of their days: neighbours are donors. */
export const conferencesIn = (sightings: Sighting[]): Draft[] =>
  sightings
    .map(({ draft }) => draft)
    .filter(({ kind, children }) => kind === 'conference' && children.length >= 3)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
