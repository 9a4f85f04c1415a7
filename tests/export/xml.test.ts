import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { validateXML } from 'xmllint-wasm';
import { akomaNtoso } from '../../src/export/akoma-ntoso.ts';
import { flatTurns } from '../../src/export/flat.ts';
import { tei as teiFiles } from '../../src/export/tei.ts';
import { xmlText } from '../../src/export/xml.ts';
import { archiveOf, exchangeOf, transcriptOf } from '../caldmere.ts';
import { namesOf } from './gathered.ts';
import { hostile } from './hostile.ts';

const archive = archiveOf([
  transcriptOf(
    '2031-05-06',
    ...[...hostile, 'bell\u0007 and \ud800 half a pair'].map((text, n) =>
      exchangeOf(`caldmere/2031-05-06/${n + 1}`, text, [text, 'So.']),
    ),
  ),
]);

const tei = [...teiFiles({ ...namesOf(archive), ...archive })][0];
const debate = [...akomaNtoso({ ...namesOf(archive), ...archive })][0];

for (const [name, file] of Object.entries({ tei, debate })) {
  test(`${name} is well-formed whatever is said in it`, async () => {
    const contents = String(file?.bytes);
    const { valid, errors } = await validateXML({
      xml: { fileName: `${name}.xml`, contents },
      extension: 'schema',
      schema: anything(/<(?:TEI|akomaNtoso)[^>]* xmlns="([^"]+)"/.exec(contents)?.[1] ?? ''),
    });
    assert.deepEqual([valid, errors], [true, []]);
  });
}

/** What a turn is in every form: who, what, which words. */
const turns = [...flatTurns(archive)].map(({ kind, label, outlet, text }) => ({
  kind,
  label,
  outlet,
  words: xmlText(text),
}));

test('TEI reads back to the turns', () => {
  const $ = load(String(tei?.bytes), { xml: true });
  const read = $('u')
    .toArray()
    .map((u) => {
      const person = $(`person[xml\\:id="${$(u).attr('who')?.slice(1)}"]`);
      return {
        kind: $(u).attr('ana')?.slice(1),
        label: $(u).prev('note[type=speaker]').text(),
        outlet: person.find('affiliation').attr('ref')?.replace('#outlet-', '') ?? null,
        words: $(u)
          .children('seg')
          .toArray()
          .map((seg) => $(seg).text())
          .join('\n'),
      };
    });
  assert.deepEqual(read, turns);
});

test('Akoma Ntoso reads back to the turns', () => {
  const $ = load(String(debate?.bytes), { xml: true });
  const read = $('speech, question, answer')
    .toArray()
    .map((it) => ({
      kind: it.name === 'speech' ? 'statement' : it.name,
      label: $(it).children('from').text(),
      outlet: $(it).attr('as')?.replace('#outlet-', '') ?? null,
      words: $(it)
        .children('p')
        .toArray()
        .map((p) => $(p).text())
        .join('\n'),
    }));
  assert.deepEqual(read, turns);
});

/** A schema that any document of a namespace fits: its check is that the text is XML at all. */
const anything = (namespace: string): string => `
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">
    ${['TEI', 'akomaNtoso'].map((name) => `<xs:element name="${name}"/>`).join('')}
  </xs:schema>`;
