import assert from 'node:assert/strict';
import { stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import type { Archive } from '../../src/model/archive.ts';
import type { LedgerEvent } from '../../src/model/ledger.ts';
import { buildSite } from '../../src/site/build-site.ts';
import { filesOf } from './built.ts';
import { edits, withFolders } from './edits.ts';
import { fixtureArchive } from './fixture-archive.ts';

const id = 'cal-zh/2031-03-14';
const seen = '2031-04-02T10:00:00.000Z';
const later = 'b'.repeat(64);
const face = { asker: null, question: '', answer: '' };
const version = (name: string, day: string): LedgerEvent => ({
  event: 'version',
  id,
  version: name,
  digest: 'f'.repeat(64),
  capture: 'a'.repeat(64),
  seen: day,
  same: [],
});

/** The archive whose ledger tells of every exchange of a briefing. */
function told(archive: Archive): Archive {
  const children = archive.transcripts.find((it) => it.id === id)?.children ?? [];
  const minted = children.flatMap((child): LedgerEvent[] =>
    child.type === 'exchange' ? [{ event: 'minted', id: child.id, version: 'v1', ...face }] : [],
  );
  const first = version('v1', '2031-03-14T18:00:00Z');
  return { ...archive, ledger: [...archive.ledger, first, ...minted] };
}

/** The same archive after a later capture has one exchange of that briefing in other words. */
const reworded = (archive: Archive): Archive => ({
  ...archive,
  transcripts: archive.transcripts.map((it) =>
    it.id === id
      ? {
          ...it,
          captures: [...it.captures, { sha256: later, url: it.url, how: 'imported' }],
          versions: [...it.versions, { id: 'v2', digest: 'e'.repeat(64), captures: [later] }],
        }
      : it,
  ),
  ledger: [
    ...archive.ledger,
    version('v2', seen),
    { event: 'edited', id: `${id}/2`, version: 'v2', from: 'v1', score: 0.9, ...face },
  ],
});

/** Item address → its `updated`, over all Atom feeds of a folder. */
async function updatedIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [name, bytes] of await filesOf(folder)) {
    if (!name.endsWith('.atom')) continue;
    for (const it of parseAtomFeed(String(bytes)).entries ?? [])
      found.set(`${name} ${it.links?.[0]?.href}`, it.updated ?? '');
  }
  return found;
}

const age = new Date('2020-01-01T00:00:00Z');

/** Builds, and names the feeds that were written. */
async function written(archive: Archive, folder: string): Promise<string[]> {
  const feeds = async () =>
    [...(await filesOf(folder)).keys()].filter((name) => name.startsWith('feeds/'));
  for (const name of await feeds().catch(() => [])) await utimes(path.join(folder, name), age, age);
  await buildSite(archive, folder);
  const names: string[] = [];
  for (const name of await feeds())
    if ((await stat(path.join(folder, name))).mtimeMs !== age.getTime()) names.push(name);
  return names;
}

test('`updated` changes only when a version changes, and unchanged feeds are not rewritten', async () => {
  await withFolders(async (folder) => {
    const archive = told(fixtureArchive());
    assert.ok((await written(archive, folder)).length > 10);
    const first = await updatedIn(folder);
    assert.deepEqual(await written(archive, folder), []);

    const renamed = edits['an outlet renamed']?.(archive) ?? archive;
    assert.ok((await written(renamed, folder)).includes('feeds/outlets/tidewire.atom'));
    assert.deepEqual(await updatedIn(folder), first, 'another name is no other wording');

    const again = await written(reworded(renamed), folder);
    const changed = [...(await updatedIn(folder))].filter(([item, at]) => first.get(item) !== at);
    assert.ok(changed.length > 0, 'no item is newer');
    for (const [item, at] of changed) {
      assert.match(item, /cal-zh\/2031-03-14(?:\/2)?\/$/);
      assert.equal(at, seen);
    }
    assert.ok(again.includes('feeds/site.atom') && again.includes('feeds/sources/cal-zh.json'));
    const feeds = new Set(changed.map(([item]) => item.split('.atom ')[0]));
    for (const name of again) assert.ok(feeds.has(name.replace(/\.\w+$/, '')), `${name} rewritten`);
  });
});
