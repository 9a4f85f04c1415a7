import assert from 'node:assert/strict';
import { mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { settleCommand } from '../../src/commands/settle.ts';
import { verify } from '../../src/commands/verify.ts';
import { runCommand } from '../capture/collecting.ts';
import { exchanges, openSmall, type Small } from './small-archive.ts';

const written = ['ledger', 'transcripts', 'versions'];

/** Two days; the first has three wordings, and the last of them is the first one again, with a word changed. */
async function openThree(): Promise<Small> {
  const archive = await openSmall();
  await archive.save('2031-01-05', exchanges(), '2031-01-05T10:00:00Z');
  await archive.save('2031-01-06', exchanges([0]), '2031-01-06T10:00:00Z');
  assert.equal((await archive.parse()).code, 0);
  await archive.save('2031-01-05', exchanges([1]), '2031-01-07T10:00:00Z');
  assert.equal((await archive.parse()).code, 0);
  await archive.save(
    '2031-01-05',
    exchanges([], { 2: '费用由市政厅承担。' }),
    '2031-01-08T10:00:00Z',
  );
  assert.equal((await archive.parse()).code, 0);
  return archive;
}

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 9000\n`;

/** What may befall a WARC, and what is said of it. */
const faults: Record<string, { harm(file: string): Promise<void>; said: RegExp }> = {
  'that is missing': { harm: (file) => rm(file), said: /Expected the file, got none; restore/ },
  'that is a Git LFS pointer': {
    harm: (file) => writeFile(file, pointer),
    said: /got a Git LFS pointer; .*`git lfs pull`/,
  },
  'with a flipped bit': { harm: flip, said: /restore the file from a backup/ },
  'that is cut': {
    harm: async (file) => truncate(file, (await readFile(file)).length >> 1),
    said: /Expected \d+ bytes, got \d+; restore/,
  },
  'that cannot be opened': {
    async harm(file) {
      await rm(file);
      await mkdir(file);
    },
    said: /Cannot read the file \(EISDIR\); restore/,
  },
};

async function flip(file: string): Promise<void> {
  const bytes = await readFile(file);
  const at = Math.floor(bytes.length * 0.8);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  await writeFile(file, bytes);
}

for (const [name, { harm, said }] of Object.entries(faults)) {
  for (const nth of [0, 1, 2]) {
    test(`a WARC ${name} (${nth + 1} of 3) changes nothing of its transcripts`, async () => {
      const archive = await openThree();
      const before = await archive.texts(...written);
      const warc = (await archive.warcs())[nth === 0 ? 0 : nth + 1] ?? '';
      const bytes = await readFile(warc);
      await harm(warc);
      for (const remembered of [true, false]) {
        if (!remembered) await rm(path.join(archive.content, '../.cache'), { recursive: true });
        const broken = await archive.parse();
        assert.equal(broken.code, 1);
        const talk = broken.said.join('\n');
        assert.match(talk, said);
        assert.ok(talk.includes(path.basename(warc)), talk);
        assert.match(
          talk,
          /^caldmere-zh\/2031-01-05: Cannot settle it without its capture \w{12}/m,
        );
        assert.deepEqual(await archive.texts(...written), before);
      }
      const settled = await runCommand(settleCommand, [], {}, archive.content);
      assert.equal(settled.code, 1);
      assert.match(settled.said.join('\n'), said);
      const verified = await runCommand(verify, [], {}, archive.content);
      assert.equal(verified.code, 1);
      assert.ok(verified.printed.some((line) => line.includes(path.basename(warc))));
      assert.deepEqual(await archive.texts(...written), before);
      await rm(warc, { force: true, recursive: true });
      await writeFile(warc, bytes);
      assert.equal((await archive.parse()).code, 0);
      assert.deepEqual(await archive.texts(...written), before);
    });
  }
}

test('others go on, and when the capture is back all is as it would have been', async () => {
  const archive = await openThree();
  const whole = await archive.copy();
  const warc = (await archive.warcs()).at(-1) ?? '';
  await rename(warc, `${warc}.away`);
  for (const it of [archive, whole]) {
    await it.save('2031-01-09', exchanges(), '2031-01-09T10:00:00Z');
    await it.save('2031-01-06', exchanges(), '2031-01-10T10:00:00Z');
  }
  const file = path.join(archive.content, 'transcripts/caldmere-zh/2031/2031-01-05.json');
  const held = await readFile(file, 'utf8');
  assert.equal((await archive.parse()).code, 1);
  assert.equal((await whole.parse()).code, 0);
  assert.equal(await readFile(file, 'utf8'), held);
  assert.match(JSON.stringify(await archive.texts('transcripts')), /2031-01-09/);
  await rename(`${warc}.away`, warc);
  assert.equal((await archive.parse()).code, 0);
  assert.deepEqual(await archive.texts(...written), await whole.texts(...written));
});

test('another page of a transcript that cannot be settled waits for it', async () => {
  const archive = await openThree();
  const whole = await archive.copy();
  const warc = (await archive.warcs()).at(-1) ?? '';
  await rename(warc, `${warc}.away`);
  const again = exchanges([], { 2: '费用由市政厅承担。' });
  for (const it of [archive, whole]) await it.save('2031-01-05b', again, '2031-01-11T10:00:00Z');
  const before = await archive.texts(...written);
  assert.equal((await archive.parse()).code, 1);
  assert.deepEqual(await archive.texts(...written), before);
  await rename(`${warc}.away`, warc);
  for (const it of [archive, whole]) assert.equal((await it.parse()).code, 0);
  assert.deepEqual(await archive.texts(...written), await whole.texts(...written));
});

test('without transcripts, what the ledger knows still holds them back', async () => {
  const archive = await openThree();
  const before = await archive.texts('ledger');
  const whole = await archive.texts(...written);
  const warc = (await archive.warcs()).at(-1) ?? '';
  await rename(warc, `${warc}.away`);
  for (const folder of ['content/transcripts', 'content/versions', '.cache'])
    await rm(path.join(archive.content, '..', folder), { recursive: true });
  assert.equal((await archive.parse()).code, 1);
  assert.deepEqual(await archive.texts('ledger'), before);
  await rename(`${warc}.away`, warc);
  assert.equal((await archive.parse()).code, 0);
  assert.deepEqual(await archive.texts(...written), whole);
});

test('all captures away is said, and changes nothing', async () => {
  const archive = await openThree();
  const before = await archive.texts(...written);
  await rename(path.join(archive.content, 'captures'), path.join(archive.content, '../away'));
  const { code, said } = await archive.parse();
  assert.equal(code, 1);
  assert.match(said.join('\n'), /2031-01-06: Cannot settle it without its capture/);
  assert.deepEqual(await archive.texts(...written), before);
});

test('without a manifest a whole archive is read as before, and a missing WARC is known all the same', async () => {
  const archive = await openThree();
  await rm(path.join(archive.content, 'captures/caldmere-zh/manifest.jsonl'));
  const before = await archive.texts(...written);
  assert.equal((await archive.parse()).code, 0);
  await rm((await archive.warcs()).at(-1) ?? '');
  assert.equal((await archive.parse()).code, 1);
  assert.deepEqual(await archive.texts(...written), before);
});
