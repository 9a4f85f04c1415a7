import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatExchanges, flatTurns, textOf } from '../../src/export/flat.ts';
import { jsonl } from '../../src/export/jsonl.ts';
import { archiveOf, turnOf, twoDays } from '../caldmere.ts';

test('a line holds the exchange as the contract says, to the byte', () => {
  const archive = archiveOf(twoDays().slice(0, 1));
  const exchange = 'caldmere/2031-05-06/1';
  archive.placements.set(exchange, [
    { topic: 'ships', exchange, strength: 1, reasons: [] },
    { topic: 'harbour', exchange, strength: 1, reasons: [] },
  ]);
  const [line] = jsonl(flatExchanges(archive));
  assert.equal(
    line,
    '{"id":"caldmere/2031-05-06/1","url":"/caldmere/2031-05-06/1/","transcript":"caldmere/2031-05-06",' +
      '"source":"caldmere","institution":"caldmere-press",' +
      '"pageUrl":"https://press.caldmere.example/briefings/2031-05-06","date":"2031-05-06","language":"en",' +
      '"title":"Briefing of 2031-05-06","n":"1","turns":[' +
      '{"kind":"question","label":"Harbour Post","speaker":null,"outlet":"harbour-post","text":"When does the harbour open?"},' +
      '{"kind":"answer","label":"Ana Quill","speaker":"Ana Quill","outlet":null,"text":"At noon.\\nFor all ships."}],' +
      '"parts":[{"question":"When does the harbour open?","answer":"At noon.\\nFor all ships."}],' +
      '"topics":["harbour","ships"],"flags":[]}\n',
  );
});

test('slight exchanges are exported, with their flag', () => {
  const flags = [...flatExchanges(archiveOf(twoDays()))].map(({ id, flags }) => [id, ...flags]);
  assert.deepEqual(flags.at(-1), ['caldmere/2032-01-02/2', 'slight']);
  assert.equal(flags.length, 4);
});

test('every turn is a line, opening statements with no exchange', () => {
  const lines = [...flatTurns(archiveOf(twoDays()))];
  assert.deepEqual(
    lines.slice(0, 3).map(({ exchange, position, kind, text }) => [exchange, position, kind, text]),
    [
      [null, 0, 'statement', 'Good morning.\nThe harbour opens at noon.'],
      ['caldmere/2031-05-06/1', 1, 'question', 'When does the harbour open?'],
      ['caldmere/2031-05-06/1', 2, 'answer', 'At noon.\nFor all ships.'],
    ],
  );
  assert.equal(lines.length, 10);
});

test('spans join without a gap inside a paragraph and by a line feed across paragraphs and turns', () => {
  const turns = [
    turnOf('question', 'Post', 'First. Second.', 'Third.'),
    turnOf('answer', 'Quill', 'Yes.'),
  ];
  const spans = [
    { turn: 0, paragraph: 0, start: 0, end: 6 },
    { turn: 0, paragraph: 0, start: 6, end: 14 },
    { turn: 0, paragraph: 1, start: 0, end: 6 },
    { turn: 1, paragraph: 0, start: 0, end: 4 },
  ];
  assert.equal(textOf(spans, turns), 'First. Second.\nThird.\nYes.');
  assert.equal(textOf([], turns), '');
});
