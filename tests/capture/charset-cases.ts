import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { decode } from '../../src/capture/decode.ts';
import { readMediaType } from '../../src/capture/media-type.ts';

const matrix = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      contentType: z.string(),
      bodyBase64: z.string(),
      expectEncoding: z.string(),
      expectTitle: z.string(),
      expectReplacement: z.string().optional(),
      why: z.string(),
    }),
  ),
});

/** The charset matrix as tests: title, encoding, and U+FFFD only where it is flagged. */
export function charsetCases(file: string): { id: string; why: string; run: () => void }[] {
  return matrix.parse(JSON.parse(readFileSync(file, 'utf8'))).cases.map((it) => ({
    id: it.id,
    why: it.why,
    run() {
      const bytes = Buffer.from(it.bodyBase64, 'base64');
      const { text, used, damaged } = decode(bytes, readMediaType(it.contentType).charset);
      assert.equal(text.match(/<title>(.*?)<\/title>/)?.[1], it.expectTitle);
      const family = used === 'GBK' ? 'gb18030' : used;
      assert.ok(it.expectEncoding.endsWith(family), `${used}, not ${it.expectEncoding}`);
      const lost = text.match(/\ufffd/g)?.length ?? 0;
      assert.equal(damaged, lost > 0);
      assert.ok(lost <= 1, `${lost} characters lost`);
      assert.notEqual(text.charCodeAt(0), 0xfeff);
    },
  }));
}
