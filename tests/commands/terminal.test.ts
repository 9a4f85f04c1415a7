import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { visible } from '../../src/model/visible.ts';
import { openTerminal } from '../../src/terminal.ts';

/** A stream that remembers what was written to it, and says whether it is a screen. */
function stream(isTTY: boolean) {
  const it = Object.assign(new PassThrough(), { isTTY, columns: 80, text: '' });
  it.setEncoding('utf8').on('data', (chunk: string) => {
    it.text += chunk;
  });
  return it;
}

const hostile = 'title\u001b[2J\r\u0007 \u202eesrever\u2066';

test('a line shows its control characters as codes, on a screen and in a log', () => {
  const [pipe, screen] = [stream(false), stream(true)];
  openTerminal(pipe, screen).print(hostile);
  openTerminal(screen, pipe).print(hostile);
  assert.equal(pipe.text, 'title\\u001b[2J\\u000d\\u0007 \\u202eesrever\\u2066\n');
  assert.equal(screen.text, 'title\\u001b[2J\\u000d\\u0007 \\u202eesrever\\u2066\n');
});

test('words in any script, tabs and emoji stay as they are', () => {
  const line = '外交部\t記者 ニュース — “quote” 🎙️ é';
  assert.equal(visible(line), line);
});

test('long work is a bar on a screen and one line in a pipe', () => {
  const [pipe, screen] = [stream(false), stream(true)];
  for (const talk of [pipe, screen]) {
    const progress = openTerminal(stream(false), talk).progress('parsing', 3);
    progress.advance();
    progress.advance(2);
    progress.finish();
  }
  assert.equal(pipe.text, 'parsing: 3\n');
  assert.match(screen.text, /parsing .*0\/3/);
});

test('bytes are counted as megabytes', () => {
  const [pipe, screen] = [stream(false), stream(true)];
  for (const talk of [pipe, screen]) {
    openTerminal(stream(false), talk).progress('importing', 2_500_000, 'bytes').finish();
  }
  assert.equal(pipe.text, 'importing: 2.5 MB\n');
  assert.match(screen.text, /importing .*0\.0 MB\/2\.5 MB/);
});

test('a line spoken during long work stands above the bar, never in it', () => {
  const screen = stream(true);
  const terminal = openTerminal(stream(false), screen);
  const progress = terminal.progress('fetching', 2);
  terminal.say('one: new');
  progress.advance();
  terminal.say('two: new');
  progress.finish();
  terminal.say('done');
  const lines = stripVTControlCharacters(screen.text).split('\n');
  assert.deepEqual(
    lines.map((line) => line.replace(/^.*\d+s/, '')),
    ['one: new', 'two: new', 'done', ''],
  );
  // The bar's line is cleared before each of them.
  assert.equal(screen.text.includes('\u001b[2Kone: new\n'), true);
});

test('a large result waits for its reader', async () => {
  const slow = new PassThrough({ highWaterMark: 10 });
  let taken = 0;
  const chunks = Readable.from(
    (function* () {
      for (; taken < 100; taken += 1) yield 'ten bytes.';
    })(),
    { highWaterMark: 1 },
  );
  const done = openTerminal(slow, stream(false)).stream(chunks);
  await new Promise((resolve) => setImmediate(resolve));
  assert.ok(taken < 10, `${taken} chunks taken before anybody read`);
  slow.resume();
  await done;
  assert.equal(taken, 100);
});

test('quiet holds talk back until something is wrong, and shows no progress; results go on', () => {
  const [pipe, talk] = [stream(false), stream(true)];
  const terminal = openTerminal(pipe, talk, { quiet: true });
  terminal.progress('parsing', 3).finish();
  terminal.say('one: new');
  terminal.print('a result');
  assert.equal(pipe.text, 'a result\n');
  assert.equal(talk.text, '');
  terminal.release();
  assert.equal(talk.text, 'one: new\n');
});

test('a verdict is coloured on a screen only, and not where colours are unwanted', () => {
  const [pipe, screen, plain] = [stream(false), stream(true), stream(true)];
  for (const line of ['BAD  disk', 'note  address', 'ok    node', 'lectern: no', 'notes']) {
    openTerminal(pipe, pipe).print(line);
    openTerminal(screen, screen).print(line);
    openTerminal(plain, plain, { colours: false }).print(line);
  }
  assert.equal(pipe.text, plain.text);
  assert.equal(stripVTControlCharacters(screen.text), plain.text);
  assert.ok(screen.text.startsWith('\u001b[31mBAD\u001b[0m  disk\n'), screen.text);
  assert.equal(screen.text.split('\u001b[').length - 1, 8, 'four verdicts, each begun and ended');
});

test('a command that takes longer than a second shows that it is at work', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const screen = stream(true);
  const idle = openTerminal(stream(false), screen).busy('verify');
  t.mock.timers.tick(900);
  assert.equal(screen.text, '');
  t.mock.timers.tick(200);
  idle();
  assert.match(screen.text, /verify/);
});
