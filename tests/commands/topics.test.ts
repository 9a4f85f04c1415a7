import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodes } from '../../src/commands/command.ts';
import { topics } from '../../src/commands/topics.ts';
import type { Action } from '../../src/commands/topics-action.ts';
import { draft, propose } from '../../src/commands/topics-suggest.ts';
import { test as tryOut } from '../../src/commands/topics-test.ts';
import { unknown } from '../../src/commands/topics-unknown.ts';
import { why } from '../../src/commands/topics-why.ts';
import { place } from '../../src/topics/place.ts';
import { contentFolder, good } from '../archive/content.ts';
import { archiveOf, twoDays } from '../caldmere.ts';
import { topicOf } from '../topics/made.ts';

const harbour = topicOf('harbour', { phrases: { en: ['harbour', 'ships'] } });
const archive = archiveOf(twoDays());
archive.topics = new Map([['harbour', harbour]]);
archive.placements = place(archive.transcripts, [harbour]);

const ask = (action: Action, ...args: string[]) =>
  action({ args, archive, language: 'en', limit: 20 });
const linesOf = (action: Action, ...args: string[]) => {
  const answer = ask(action, ...args);
  return typeof answer === 'string' ? answer : answer.lines;
};

test('why names the words that placed an exchange, or says that none did', () => {
  assert.deepEqual(linesOf(why, 'caldmere/2031-05-06/1', '/caldmere/2031-05-06/2/'), [
    'caldmere/2031-05-06/1',
    '  harbour, strength 2.00',
    '    harbour: once in the question, 1.00',
    '    ships: once in the answer, 1.00',
    'caldmere/2031-05-06/2: no topic; no phrase of any topic says enough',
  ]);
});

test('test counts what topics place, and shows the ends of the scale of one', () => {
  assert.deepEqual(linesOf(tryOut), ['     1  harbour', '1 of 3 exchanges are in a topic, 33.3 %']);
  assert.deepEqual(linesOf(tryOut, 'harbour'), [
    '     1  harbour',
    '  surest:',
    '    2.00  caldmere/2031-05-06/1  [harbour, ships]  When does the harbour open?',
    '  least sure:',
    '1 of 3 exchanges are in a topic, 33.3 %',
  ]);
});

test('draft prints a topic file, suggest what it finds, unknown the labels without an outlet', () => {
  assert.equal(linesOf(draft, 'sea-ice', 'sea ice')[1], 'id: sea-ice');
  assert.deepEqual(linesOf(propose), []);
  assert.deepEqual(linesOf(unknown), []);
  const lost = structuredClone(archive);
  for (const { children } of lost.transcripts)
    for (const child of children)
      if (child.type === 'exchange')
        for (const turn of child.children) if (turn.type === 'turn') turn.outlet = null;
  const answer = unknown({ args: [], archive: lost, language: 'en', limit: 1 });
  assert.deepEqual(answer, {
    lines: ['     3  Harbour Post  caldmere/2031-05-06/1'],
    data: [{ label: 'Harbour Post', times: 3, example: 'caldmere/2031-05-06/1' }],
  });
});

test('What cannot be answered is said in one sentence', () => {
  assert.equal(
    linesOf(why, 'caldmere/2031-05-06/9'),
    'Expected an exchange of the archive, got `caldmere/2031-05-06/9`',
  );
  assert.equal(
    linesOf(tryOut, 'bridge'),
    'Expected a topic that is declared or in use, got `bridge`',
  );
  assert.equal(linesOf(draft, 'Sea ice', 'ice'), 'Expected an id such as sea-ice, got `Sea ice`');
  assert.match(String(linesOf(draft, 'sea-ice')), /^Cannot draft `sea-ice` without a phrase/u);
});

test('The command prints lines or JSON, and takes an unknown action for wrong use', async () => {
  const run = async (args: string[], json: boolean, more: Record<string, string> = {}) => {
    const printed: string[] = [];
    const code = await topics.run(args, topics.options.parse({ json }), {
      content: await contentFolder({ ...good, ...more }),
      output: '',
      terminal: {
        print: (line) => void printed.push(line),
        say: (line) => void printed.push(line),
        stream: async () => {},
        progress: () => ({ advance() {}, finish() {} }),
      },
      now: () => new Date(0),
      signal: AbortSignal.abort(),
    });
    return { code, printed };
  };
  const { code, printed } = await run(['test'], true);
  assert.deepEqual(
    [code, JSON.parse(printed[0] ?? '')],
    [exitCodes.done, [{ topic: 'harbour', exchanges: 0, byHand: 0 }]],
  );
  assert.deepEqual(await run(['guess'], false), {
    code: exitCodes.wrongUse,
    printed: ['Expected one of why, test, suggest, draft, unknown, got `guess`'],
  });
  const begun = await run(['draft', 'sea-ice', 'ice'], false, { 'topics/sea-ice.md': '' });
  assert.equal(begun.code, exitCodes.done, 'Expected a draft whose file the shell has opened');
  const silent = await run(['suggest'], false);
  assert.deepEqual(silent.printed, ['topics suggest: nothing found']);
});
