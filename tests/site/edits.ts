import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Archive } from '../../src/model/archive.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import { buildSite } from '../../src/site/build-site.ts';
import { filesOf } from './built.ts';
import { fixtureArchive } from './fixture-archive.ts';
import { answers, asks, exchange, record } from './making.ts';

/** A briefing of one exchange on a day. */
export const day = (date: string): Transcript =>
  record({
    id: `cal-zh/${date}`,
    title: `${date} 例行吹风会`,
    children: [
      exchange(`cal-zh/${date}/1`, [
        asks('海港报记者', 'harbour-post', '鳕鱼配额是否已定？'),
        answers('岑若澜', '岑若澜', '尚未确定。'),
      ]),
    ],
  });

/** The same archive with one edit. */
type Edit = (archive: Archive) => Archive;

/** One edit of each kind, by name. */
export const edits: Record<string, Edit> = {
  'a day more': () => fixtureArchive([day('2031-04-01')]),
  'a day less': (archive) => ({ ...archive, transcripts: archive.transcripts.slice(0, -1) }),
  'a day in the middle': () => fixtureArchive([day('2029-05-20')]),
  'another title': (archive) => ({
    ...archive,
    transcripts: archive.transcripts.map((it, at) => (at === 7 ? { ...it, title: '改题' } : it)),
  }),
  'an outlet renamed': (archive) => {
    const tidewire = archive.outlets.get('tidewire');
    assert.ok(tidewire);
    const names = { 'zh-Hans': '新潮讯社', en: 'New Tidewire' };
    return {
      ...archive,
      outlets: new Map(archive.outlets).set('tidewire', { ...tidewire, names }),
    };
  },
  'a person forgotten': (archive) => ({ ...archive, people: new Map() }),
  'a topic described anew': (archive) => {
    const cod = archive.topics.get('cod');
    assert.ok(cod);
    return {
      ...archive,
      topics: new Map(archive.topics).set('cod', { ...cod, description: 'Fish.' }),
    };
  },
  'an exchange placed elsewhere': (archive) => {
    const placements = new Map(archive.placements);
    placements.delete('cal-zh/2029-03-06/1');
    return { ...archive, placements };
  },
  'a page rewritten': (archive) => ({
    ...archive,
    pages: archive.pages.map((page) => ({ ...page, markdown: 'Anew.' })),
  }),
  'the other language': (archive) => ({
    ...archive,
    site: { ...archive.site, language: 'zh-Hans' },
  }),
  'a correction explained anew': (archive) => {
    const [[id, one] = []] = archive.corrections;
    assert.ok(id !== undefined && one, 'Expected a corrected transcript');
    return { ...archive, corrections: new Map([[id, { ...one, reason: 'As I see it now.' }]]) };
  },
  'no ledger': (archive) => ({ ...archive, ledger: [] }),
};

/** Two folders to build in, gone afterwards. */
export async function withFolders(
  work: (growing: string, fresh: string) => Promise<void>,
): Promise<void> {
  const root = await mkdtemp(path.join(tmpdir(), 'lectern-grow-'));
  try {
    await work(path.join(root, 'growing'), path.join(root, 'fresh'));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** After each edit the site that grew is byte for byte the one that is built from nothing. */
export async function growsAsBuilt(names: string[]): Promise<void> {
  await withFolders(async (growing, fresh) => {
    const start = fixtureArchive();
    await buildSite(start, growing);
    for (const name of names) {
      const archive = edits[name]?.(start);
      assert.ok(archive, name);
      const built = await buildSite(archive, growing);
      await buildSite(archive, fresh, { full: true });
      const [have, want] = [await filesOf(growing), await filesOf(fresh)];
      assert.deepEqual([...have.keys()], [...want.keys()], name);
      for (const [file, bytes] of want)
        assert.ok(have.get(file)?.equals(bytes), `${name}: ${file}`);
      assert.ok(built.rendered > 0, name);
    }
  });
}
