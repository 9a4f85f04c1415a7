import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { raw } from '../capture/fault-server.ts';
import { listed, openOffice } from '../capture/office.ts';
import { readAll } from '../capture/pages.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/testdata/compressed');

/** Scrapy's compressed bodies, the encoding they are sent with, and what must come of them. */
const bodies: [file: string, encoding: string, expected: number | string][] = [
  ['html-gzip.bin', 'gzip', 74837],
  ['html-zlibdeflate.bin', 'deflate', 74840],
  ['html-rawdeflate.bin', 'deflate', 74840],
  ['html-br.bin', 'br', 74837],
  ['html-gzip-deflate.bin', 'gzip, deflate', 74837],
  // Two encodings are the most that are undone: a bomb can be stacked.
  ['html-gzip-deflate-gzip.bin', 'gzip, deflate, gzip', 'E_ENCODING'],
  ['html-zstd-static-content-size.bin', 'zstd', 'E_ENCODING'],
  ['html-zstd-static-no-content-size.bin', 'zstd', 'E_ENCODING'],
  ['html-zstd-streaming-no-content-size.bin', 'zstd', 'E_ENCODING'],
  ['bomb-zstd.bin', 'zstd', 'E_ENCODING'],
  ['bomb-gzip.bin', 'gzip', 'E_TOO_LARGE'],
  ['bomb-deflate.bin', 'deflate', 'E_TOO_LARGE'],
  ['bomb-br.bin', 'br', 'E_TOO_LARGE'],
  ['truncated-crc-error.gz', 'gzip', 'E_TRUNCATED'],
  ['truncated-crc-error-short.gz', 'gzip', 'E_TRUNCATED'],
  ['unexpected-eof.gz', 'gzip', 'E_TRUNCATED'],
];

test(`${bodies.length} compressed bodies: whole or not at all`, async (t) => {
  for (const [file, encoding, expected] of bodies) {
    const { content, run } = await openOffice({
      ...listed(1),
      '/b/1.html': raw(readFileSync(path.join(folder, file)), { 'content-encoding': encoding }),
    });
    const [report] = await run();
    const [capture] = (await readAll(content)).captures;
    assert.equal(capture?.bytes.length ?? report?.failed[0]?.code, expected, file);
  }
  const whole = bodies.filter(([, , expected]) => typeof expected === 'number').length;
  t.diagnostic(
    `${whole} stored whole, ${bodies.length - whole} refused with their codes, 0 stored in part`,
  );
});
