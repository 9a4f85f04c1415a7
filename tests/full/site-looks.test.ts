import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { kinds, kindsSite, searches } from '../site/kinds.ts';
import { look } from '../site/look.ts';
import { served } from '../site/served.ts';

const kept = fileURLToPath(new URL('../looks/', import.meta.url));

/** How much of a picture may differ: a rounding of a letter's edge, not a line. */
const tolerance = 0.001;

const { server, browser } = await served(await kindsSite());
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 800 },
];

const { found, lines } = searches;
for (const [kind, address] of Object.entries({ ...kinds, found, lines })) {
  test(`${kind} looks as it did when it was last looked at`, async () => {
    const unlike: string[] = [];
    for (const size of sizes) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const name = `${kind}-${size.width}-${colorScheme}.png`;
        const picture = await look(browser, server.address + address, { ...size, colorScheme });
        if (process.env.UPDATE) await keep(name, picture);
        else if (!(await like(name, picture))) unlike.push(name);
      }
    }
    assert.deepEqual(unlike, [], 'look at tests/looks/new/, then npm run looks');
  });
}

async function keep(name: string, picture: Buffer): Promise<void> {
  const file = path.join(kept, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, picture);
}

/** Whether a picture is the one kept; if not, it and the difference are left in `tests/looks/new/`. */
async function like(name: string, picture: Buffer): Promise<boolean> {
  const before = PNG.sync.read(await readFile(path.join(kept, name)));
  const now = PNG.sync.read(picture);
  const { width, height } = before;
  const sameSize = width === now.width && height === now.height;
  const difference = new PNG({ width, height });
  const count = sameSize
    ? pixelmatch(before.data, now.data, difference.data, width, height)
    : Infinity;
  if (count <= tolerance * width * height) return true;
  await keep(`new/${name}`, picture);
  if (sameSize)
    await keep(`new/${name.replace('.png', '.difference.png')}`, PNG.sync.write(difference));
  return false;
}
