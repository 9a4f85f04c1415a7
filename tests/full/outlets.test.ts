import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { z } from 'zod';
import { outlets } from '../../src/model/outlet.ts';
import { outletIndex, resolveOutlet } from '../../src/parse/outlet.ts';

/** Labels of the corpus that stay unresolved, and why; a new one must be resolved or put here. */
const unresolved = {
  anonymous: [
    '问',
    '追问',
    '一、问',
    '二、问',
    '三、问',
    '四、问',
    '五、问',
    '记者',
    '记者追问',
    '记者补充',
    '会后有记者问及',
    '外国记者',
  ],
  joint: [
    '彭博社记者、土耳其阿纳多卢通讯社记者',
    '彭博社记者/澳门月刊记者',
    '俄新社记者/法新社记者',
  ],
  unknown: [
    '印度公共广播电台记者',
    '日本广播公司记者',
    '土耳其电视台记者',
    '韩国易得财经记者',
    '美国合众社记者',
    '意大利新闻社记者',
  ],
};
const row = z.object({ exchanges: z.array(z.object({ q: z.string().nullable() })) });

test('Every label of the corpus names its outlet or is listed as unresolved', async () => {
  const at = (path: string) => readFile(new URL(`../../${path}`, import.meta.url));
  const index = outletIndex(outlets.parse(parse(String(await at('content/outlets.yaml')))));
  const lines = String(gunzipSync(await at('../shared/corpus/mfa-zh.reference.jsonl.gz')));
  const labels = lines
    .trimEnd()
    .split('\n')
    .flatMap((line) => row.parse(JSON.parse(line)).exchanges)
    .map(({ q }) => /^\s*([^：:，。？]{1,30})[：:]/u.exec(q ?? '')?.[1]?.trim())
    .filter((label) => label !== undefined);
  assert.ok(labels.length > 7300);
  const missed = new Set(labels.filter((label) => !resolveOutlet(label, index)));
  assert.deepEqual([...missed].sort(), Object.values(unresolved).flat().sort());
});
