import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { briefing, html, status } from '../capture/fault-server.ts';
import { listed, openOffice } from '../capture/office.ts';
import { readAll } from '../capture/pages.ts';
import { quickClock } from '../capture/quick-clock.ts';

const file = path.resolve(
  import.meta.dirname,
  '../../../shared/testdata/http-cache/cache-tests.json',
);

/** Name and value; a number is a time, in seconds from now. */
const header = z.tuple([z.string(), z.union([z.string(), z.number()])]).rest(z.unknown());
const exchange = z.object({
  expected_type: z.string().optional(),
  request_headers: z.array(z.unknown()).optional(),
  response_headers: z.array(header).default([]),
  expected_request_headers: z.array(z.unknown()).default([]),
});
const vector = z.object({ id: z.string(), requests: z.array(exchange) });
const { suites } = z
  .object({ suites: z.array(z.object({ id: z.string(), tests: z.array(vector) })) })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

/**
 * The vectors that ask something of a client that only ever looks again: the second request must be
 * conditional. The others ask when a stored answer may be given out without asking, to whom and with
 * which headers; nothing is given out here, and every look is a request.
 */
const validated = new Map([
  ['etag_validated', ['etag', 'if-none-match']],
  ['lm_validated', ['last-modified', 'if-modified-since']],
]);
const vectors = suites
  .flatMap(({ tests }) => tests)
  .filter(({ requests: [first, second] }) => {
    const own = first?.request_headers === undefined && second?.request_headers === undefined;
    return own && validated.has(second?.expected_type ?? '');
  });

const now = Date.parse('2031-05-31T18:00:00Z');

/** Headers as they are sent; a body that is no longer the page's would be another test. */
function sent(headers: z.infer<typeof header>[]): Record<string, string> {
  const time = (value: string | number) =>
    typeof value === 'number' ? new Date(now + value * 1000).toUTCString() : value;
  return Object.fromEntries(
    headers
      .filter(([name]) => !/^content-(?:encoding|length|type)$/i.test(name))
      .map(([name, value]) => [name.toLowerCase(), time(value)]),
  );
}

test('validators go back as they came, and a 304 renews them', async (t) => {
  for (const { id, requests } of vectors) {
    const [first, second] = requests.map(({ response_headers }) => sent(response_headers));
    const [given = '', asked = ''] = validated.get(requests[1]?.expected_type ?? '') ?? [];
    const { server, run, content } = await openOffice({
      ...listed(1),
      '/b/1.html': (response, request, nth) =>
        (nth === 1 ? html(briefing(1), first) : status(304, second))(response, request, nth),
    });
    const looks = ['2031-05-31', '2031-06-01', '2031-06-02'];
    for (const day of looks) await run({ clock: quickClock(`${day}T18:00:00Z`).clock });
    const visits = server.log.filter((it) => it.path === '/b/1.html').map((it) => it.headers);
    assert.equal(visits.length, 3, id);
    assert.equal(visits[1]?.[asked], first?.[given], id);
    assert.equal(visits[2]?.[asked], second?.[given] ?? first?.[given], id);
    const { captures, faults } = await readAll(content);
    assert.deepEqual([captures.length, faults], [3, []], id);
  }
  const all = suites.flatMap(({ tests }) => tests).length;
  t.diagnostic(
    `${vectors.length} vectors of ${all} ask something of a client that only looks again`,
  );
  assert.equal(vectors.length, 27);
});
