import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absencesIn } from '../../src/site/absences.ts';
import { askSearch } from '../../src/site/ask-search.ts';
import { Catalogue } from '../../src/site/catalogue.ts';
import { styleFiles } from '../../src/site/citing.ts';
import { dayAfter, daySpans } from '../../src/site/day-spans.ts';
import { kinOf } from '../../src/site/kin.ts';
import { leadTopic } from '../../src/site/lead-topic.ts';
import { monthTopics } from '../../src/site/month-topics.ts';
import { overTime, overTimeFiles, worthDrawing } from '../../src/site/over-time.ts';
import { archiveOf, exchangeOf, transcriptOf } from '../caldmere.ts';
import { topicOf } from '../topics/made.ts';

const styles = await styleFiles();

/** A briefing with so many exchanges, all of them under `harbour`, on each of the days. */
function held(...days: [day: string, exchanges: number][]): Catalogue {
  const transcripts = days.map(([day, count]) =>
    transcriptOf(
      day,
      ...Array.from({ length: count }, (_, index) =>
        exchangeOf(`caldmere/${day}/${index + 1}`, 'When does the harbour open?', ['At noon.']),
      ),
    ),
  );
  const archive = { ...archiveOf(transcripts), topics: new Map([['harbour', topicOf('harbour')]]) };
  for (const child of transcripts.flatMap(({ children }) => children)) {
    if (child.type !== 'exchange') continue;
    const placement = { topic: 'harbour', exchange: child.id, strength: 1, reasons: [] };
    archive.placements.set(child.id, [placement]);
  }
  return new Catalogue(archive, new Map(), styles);
}

const harbourOf = (catalogue: Catalogue) => {
  const [view] = catalogue.viewsOf('topics');
  assert.ok(view, 'Expected the view of harbour');
  return view;
};

test('a chart counts every month from the first of the archive, months without a record too', () => {
  const catalogue = held(['2031-01-10', 5], ['2031-03-10', 1]);
  assert.deepEqual(overTime(catalogue, harbourOf(catalogue)), [
    { name: '2031-01', listed: 5, all: 5 },
    { name: '2031-02', listed: 0, all: 0 },
    { name: '2031-03', listed: 1, all: 1 },
  ]);
  const csv = overTimeFiles(catalogue).find(({ path }) => path === 'topics/harbour/over-time.csv');
  assert.match(csv?.bytes ?? '', /time,exchanges,allExchanges\r\n2031-01,5,5\r\n2031-02,0,0\r\n/);
});

test('a country is charted beside the briefings of others only: its own never list it', () => {
  const { archive } = held(['2031-01-10', 5]);
  const own = transcriptOf('2031-01-11', exchangeOf('caldmere/2031-01-11/1', 'Who pays?', ['We.']));
  const press = { id: 'own-press', names: topicOf('harbour').names, place: 'FR' };
  const beside = (place: string) =>
    new Catalogue(
      {
        ...archive,
        transcripts: [...archive.transcripts, { ...own, institution: press.id }],
        institutions: new Map([[press.id, { ...press, place }]]),
        topics: new Map([['harbour', { ...topicOf('harbour'), territory: 'FR' }]]),
        placements: new Map([
          ...archive.placements,
          [own.id, []],
          [
            'caldmere/2031-01-11/1',
            [{ topic: 'harbour', exchange: 'caldmere/2031-01-11/1', strength: 0, reasons: [] }],
          ],
        ]),
      },
      new Map(),
      styles,
    );
  const allOf = (catalogue: Catalogue) =>
    overTime(catalogue, harbourOf(catalogue)).map(({ all }) => all);
  assert.deepEqual([allOf(beside('FR')), allOf(beside('DE'))], [[5], [6]]);
});

test('more than ten years are charted by year, and few exchanges not at all', () => {
  const long = held(['2020-01-10', 5], ['2031-03-10', 1]);
  const spans = overTime(long, harbourOf(long));
  assert.deepEqual([spans.length, spans[0]], [12, { name: '2020', listed: 5, all: 5 }]);
  const few = held(['2031-01-10', 4], ['2031-03-10', 4]);
  assert.equal(worthDrawing(overTime(few, harbourOf(few))), false);
});

test('usual shares are those until a day, whatever comes later', () => {
  const earlier = held(['2031-01-10', 5]);
  const later = held(['2031-01-10', 5], ['2031-03-10', 1]);
  later.archive.placements.delete('caldmere/2031-03-10/1');
  const now = new Catalogue(later.archive, new Map(), styles);
  assert.equal(earlier.usual.share('harbour', '2031-01-31'), 1);
  assert.equal(now.usual.share('harbour', '2031-01-31'), 1);
  assert.equal(now.usual.share('harbour', '2031-03-31'), 5 / 6);
  assert.equal(now.usual.share('no-such-topic', '2031-03-31'), 0);
  assert.deepEqual(
    monthTopics(now, '2031-01').map(({ view, share, usual }) => [view.id, share, usual]),
    [['harbour', 1, 1]],
  );
  assert.deepEqual(monthTopics(now, '2031-03'), []);
  assert.deepEqual(
    now.unplaced.flatMap(({ listed }) => listed.map(({ exchange }) => exchange.id)),
    ['caldmere/2031-03-10/1'],
  );
});

test('days of a record are spans, parted by long breaks', () => {
  assert.deepEqual(daySpans(['2031-03-01', '2030-01-02', '2030-01-02', '2030-01-05'], 182), [
    { from: '2030-01-02', to: '2030-01-05', days: 2 },
    { from: '2031-03-01', to: '2031-03-01', days: 1 },
  ]);
});

test('each institution’s usual days, and the gaps in them, come from its own record', () => {
  const monday = (week: number) => dayAfter('2031-01-06', week * 7);
  const office = Array.from({ length: 10 }, (_, week) => monday(week))
    .filter((_, week) => week < 3 || week > 5)
    .map((day) => transcriptOf(day));
  const harbour = [monday(3), dayAfter(monday(3), 29), '2032-03-01'].map((day) => ({
    ...transcriptOf(day),
    institution: 'harbour-board',
  }));
  const [press, board, ...more] = absencesIn('2031', [...office, ...harbour]);
  assert.deepEqual(more, []);
  assert.deepEqual(press, {
    institution: office[0]?.institution,
    held: 7,
    usual: [1],
    days: ['2031-01-27', '2031-02-03', '2031-02-10'],
    weeks: [{ from: '2031-01-21', to: '2031-02-16', days: 27 }],
  });
  assert.deepEqual(board, {
    institution: 'harbour-board',
    held: 2,
    usual: [],
    days: [],
    weeks: [],
  });
});

test('a year without any day between two with some is one gap; before and after there is none', () => {
  const held = ['2030-12-30', '2032-01-05'].map((day) => transcriptOf(day));
  assert.deepEqual(
    absencesIn('2031', held).map(({ weeks }) => weeks),
    [[{ from: '2031-01-01', to: '2031-12-31', days: 365 }]],
  );
  assert.deepEqual(absencesIn('2033', held), []);
});

test('a subject leads where it has a third of a territory’s strength, an upper topic never does', () => {
  const topics = new Map(
    [
      topicOf('caldmere', { territory: 'CM', parents: ['islands'] }),
      topicOf('ferries', { parents: ['harbour'] }),
      topicOf('harbour'),
    ].map((topic) => [topic.id, topic]),
  );
  const lead = (...strengths: [topic: string, strength: number][]) =>
    leadTopic(
      strengths.map(([topic, strength]) => ({ topic, strength, exchange: 'x', reasons: [] })),
      topics,
    )?.id;
  assert.equal(lead(['caldmere', 4], ['harbour', 3], ['ferries', 1.4]), 'ferries');
  assert.equal(lead(['caldmere', 4], ['ferries', 1.3]), 'caldmere');
  assert.equal(lead(['harbour', 4], ['caldmere', 3]), 'harbour');
  assert.equal(lead(), undefined);
});

test('kin is told one step far, so that a circle of parents ends', () => {
  const topics = [
    topicOf('harbour', { parents: ['ferries'] }),
    topicOf('ferries', { parents: ['harbour'], related: ['cod'] }),
    topicOf('cod'),
  ];
  const archive = { ...archiveOf([]), topics: new Map(topics.map((it) => [it.id, it])) };
  const kin = (id: string) =>
    Object.values(kinOf(archive, id)).map((list) => list.map((it: { id: string }) => it.id));
  assert.deepEqual(kin('harbour'), [['ferries'], ['ferries'], []]);
  assert.deepEqual(kin('cod'), [[], [], ['ferries']]);
});

test('a search for two listings quotes names that are no plain words', () => {
  const asked = askSearch({ kind: 'topics', id: 'cod' }, { kind: 'speakers', id: 'THE "MAYOR"' });
  assert.equal(
    new URL(asked, 'https://site.example').searchParams.get('q'),
    'topic:cod speaker:"THE  MAYOR "',
  );
});
