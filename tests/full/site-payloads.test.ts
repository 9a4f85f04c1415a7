import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import type { Archive } from '../../src/model/archive.ts';
import { openBrowser } from '../browser.ts';
import { type BuiltSite, built } from '../site/built.ts';
import { fixtureArchive } from '../site/fixture-archive.ts';
import { answers, asks, exchange, record } from '../site/making.ts';
import { staticServer } from '../site/static-server.ts';
import { visit } from '../site/visit.ts';

const testdata = path.resolve(import.meta.dirname, '../../../shared/testdata');

async function json<Shape extends z.ZodType>(file: string, shape: Shape): Promise<z.infer<Shape>> {
  return shape.parse(JSON.parse(await readFile(path.join(testdata, file), 'utf8')));
}

/** Attacks on HTML, naughty strings and template injections, each once. */
async function payloads(): Promise<string[]> {
  const [xss, naughty, templates] = await Promise.all([
    json(
      'xss/dompurify-payloads.json',
      z.object({ cases: z.array(z.object({ payload: z.string() })) }),
    ),
    json('naughty/blns.json', z.array(z.string())),
    json('own/template-injection.json', z.object({ payloads: z.array(z.string()) })),
  ]);
  return [...xss.cases.map(({ payload }) => payload), ...naughty, ...templates.payloads];
}

/** A transcript for each payload, which is its title, label, question, answer, speaker, topic and outlet. */
function hostile(list: string[]): Archive {
  const archive = fixtureArchive(
    list.map((payload, index) => {
      const date = new Date(Date.UTC(2032, 0, 1 + index)).toISOString().slice(0, 10);
      const id = `cal-en/${date}`;
      return record({
        id,
        title: payload || '(empty)',
        publisher: payload,
        spokespersons: [payload],
        children: [
          exchange(`${id}/1`, [
            asks(payload, `p${index}`, payload),
            answers(payload, payload, payload),
          ]),
          exchange(`${id}/2`, [asks('Q', `p${index}`, payload)]),
        ],
      });
    }),
  );
  for (const [index, payload] of list.entries()) {
    const names = { 'zh-Hans': payload || '空', en: payload || 'empty' };
    const id = `p${index}`;
    archive.outlets.set(id, { id, names, aliases: [], place: 'CM', kind: 'online' });
    archive.topics.set(id, {
      id,
      names,
      phrases: {},
      description: payload,
      path: `topics/${id}.md`,
    });
    const date = new Date(Date.UTC(2032, 0, 1 + index)).toISOString().slice(0, 10);
    archive.placements.set(`cal-en/${date}/1`, [
      {
        topic: id,
        exchange: `cal-en/${date}/1`,
        strength: 1,
        reasons: [{ phrase: payload, side: 'question', times: 1, strength: 1 }],
        hand: payload,
      },
    ]);
  }
  return archive;
}

const elements = new Set(
  `a article aside b body br button caption code dd details div dl dt em fieldset figcaption figure footer form g h1 h2 h3
  h4 h5 h6 head header hr html i input ins kbd label legend li link main meta nav noscript ol p path pre rect script section
  small span strong summary svg table tbody td th thead title tr ul blockquote del input`.split(
    /\s+/,
  ),
);

test('no payload becomes an element, an event handler or an address that runs', async () => {
  const list = await payloads();
  assert.ok(list.length >= 738, String(list.length));
  const site = await built(hostile(list));
  try {
    for (const [name, $] of site.pages) {
      for (const element of $('*').toArray()) {
        assert.ok('tagName' in element);
        assert.ok(elements.has(element.tagName), `${name}: <${element.tagName}>`);
        for (const [attribute, value] of Object.entries(element.attribs)) {
          assert.doesNotMatch(attribute, /^on|^style$|^srcdoc$/, name);
          if (/^(?:href|src|action)$/.test(attribute)) {
            const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1] ?? 'relative';
            assert.ok(
              ['http', 'https', 'mailto', 'relative'].includes(scheme),
              `${name}: ${value}`,
            );
          }
        }
      }
    }
    await opensQuietly(site, list.length);
  } finally {
    await site.remove();
  }
});

/** Every page with a payload's title is loaded: no dialog, no refusal of the policy, no outside request. */
async function opensQuietly(site: BuiltSite, count: number): Promise<void> {
  const server = await staticServer(site.files, '/press/');
  const browser = await openBrowser();
  const { page, faults, close } = await visit(browser, server.address);
  for (let index = 0; index < count; index += 1) {
    const date = new Date(Date.UTC(2032, 0, 1 + index)).toISOString().slice(0, 10);
    await page.goto(`${server.address}cal-en/${date}/${index % 2 === 0 ? '' : '1/'}`);
  }
  for (const listing of ['', 'topics/', 'outlets/', 'speakers/', 'years/2032/', 'years/2033/']) {
    await page.goto(server.address + listing);
  }
  await close();
  await browser.close();
  await server.close();
  assert.deepEqual(faults, []);
}
