import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateXML } from 'xmllint-wasm';
import { akomaNtoso } from '../../src/export/akoma-ntoso.ts';
import { tei as teiFiles } from '../../src/export/tei.ts';
import { xmlText } from '../../src/export/xml.ts';
import { archiveOf, exchangeOf, transcriptOf } from '../caldmere.ts';
import { namesOf } from './gathered.ts';
import { hostile } from './hostile.ts';
import { turnsIn } from './turns-in.ts';
import { aknTurns, teiTurns } from './xml-turns.ts';

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

/** The turns that went in, as far as XML tells of them and can hold their characters. */
const told = archive.transcripts.flatMap(turnsIn).map(({ speaker: _, ...turn }) => ({
  ...turn,
  text: xmlText(turn.text),
}));

test('TEI reads back to the turns', () => {
  assert.deepEqual(teiTurns(String(tei?.bytes)), told);
});

test('Akoma Ntoso reads back to the turns', () => {
  assert.deepEqual(aknTurns(String(debate?.bytes)), told);
});

/** A schema that any document of a namespace fits: its check is that the text is XML at all. */
const anything = (namespace: string): string => `
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}">
    ${['TEI', 'akomaNtoso'].map((name) => `<xs:element name="${name}"/>`).join('')}
  </xs:schema>`;
