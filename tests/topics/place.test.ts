import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { HandPlacement, Topic } from '../../src/model/topic.ts';
import { place } from '../../src/topics/place.ts';
import { asked, recordOf, topicOf } from './made.ts';

const zh = (id: string, ...cues: unknown[]) => topicOf(id, { phrases: { zh: cues } });
const en = (id: string, ...cues: unknown[]) => topicOf(id, { phrases: { en: cues } });

/** The topics that one exchange is placed under. */
const topicsOf = (language: string, topics: Topic[], question: string, answer = '') =>
  (
    place([recordOf(language, asked(1, question, answer))], topics).get('caldmere/2031-05-06/1') ??
    []
  ).map(({ topic }) => topic);

test('A placement says which words placed it, on which side, how often and how strongly', () => {
  const record = recordOf(
    'zh-Hans',
    asked(1, '潮汐闸何时检修？', '潮汐闸四月检修，港口照常，潮汐闸不停。'),
  );
  assert.deepEqual(
    place([record], [zh('barrier', '潮汐闸', { phrase: '港口', weight: 0.5 })]),
    new Map([
      [
        'caldmere/2031-05-06/1',
        [
          {
            topic: 'barrier',
            exchange: 'caldmere/2031-05-06/1',
            strength: 3.5,
            reasons: [
              { phrase: '潮汐闸', side: 'answer', times: 2, strength: 2 },
              { phrase: '潮汐闸', side: 'question', times: 1, strength: 1 },
              { phrase: '港口', side: 'answer', times: 1, strength: 0.5 },
            ],
          },
        ],
      ],
    ]),
  );
});

test('The longer an answer, the less a word in it counts; a question keeps half', () => {
  const topics = [zh('barrier', '潮汐闸')];
  const long = '天气晴朗，海面平静。'.repeat(20);
  assert.deepEqual(topicsOf('zh-Hans', topics, '天气如何？', '潮汐闸很好。'), ['barrier']);
  assert.deepEqual(topicsOf('zh-Hans', topics, '天气如何？', `潮汐闸很好。${long}`), []);
  assert.deepEqual(topicsOf('zh-Hans', topics, `潮汐闸、潮汐闸？${long.repeat(3)}`), ['barrier']);
});

test('Chinese phrases match inside words and across scripts, in Chinese paragraphs only', () => {
  const topics = [zh('barrier', '潮汐闸')];
  assert.deepEqual(topicsOf('zh-Hant', topics, '新潮汐閘門？'), ['barrier']);
  assert.deepEqual(topicsOf('ja', topics, '潮汐闸？'), []);
  const quoted = asked(1, 'The sign reads:');
  quoted.children.push({
    type: 'turn',
    kind: 'question',
    label: null,
    speaker: null,
    outlet: null,
    children: [{ type: 'paragraph', value: '潮汐闸', language: 'zh-Hans' }],
  });
  assert.equal(place([recordOf('en', quoted)], topics).size, 1);
});

test('Latin phrases match whole words in any case, with a star beginnings of words', () => {
  const topics = [en('barrier', 'tidal gate'), en('ferry', 'ferr*'), zh('loan', 'HQL')];
  assert.deepEqual(topicsOf('en', topics, 'Is the Tidal Gate shut?'), ['barrier']);
  assert.deepEqual(topicsOf('en', topics, 'Are tidal gates shut?'), []);
  assert.deepEqual(topicsOf('en', topics, 'Two FERRIES, one ferry, a conferree'), ['ferry']);
  assert.deepEqual(topicsOf('zh-Hans', topics, '申请HQL贷款'), ['loan']);
  assert.deepEqual(topicsOf('zh-Hans', topics, 'HQLX'), []);
});

test('Company is required, or forbidden, within the exchange, on either side', () => {
  const topics = [
    zh('quota', { phrase: '配额', with: ['鳕鱼', '渔船'] }),
    zh('dues', { phrase: '配额', without: ['鳕鱼'] }),
  ];
  assert.deepEqual(topicsOf('zh-Hans', topics, '配额多少？', '鳕鱼照旧。'), ['quota']);
  assert.deepEqual(topicsOf('zh-Hans', topics, '配额多少？'), ['dues']);
});

test('A phrase inside an excepted or a longer phrase of the topic does not count', () => {
  const topic = topicOf('harbour', {
    phrases: { zh: ['港口', '港口费'] },
    except: { zh: ['港口时报'] },
  });
  assert.deepEqual(topicsOf('zh-Hans', [topic], '《港口时报》问？'), []);
  const [only] = place([recordOf('zh-Hans', asked(1, '港口费？港口时报？'))], [topic]).values();
  assert.deepEqual(
    only?.[0]?.reasons.map(({ phrase, times }) => [phrase, times]),
    [['港口费', 1]],
  );
});

test('Patterns count like phrases', () => {
  const topic = zh('round', { pattern: '第[一二三]轮', weight: 1 });
  assert.deepEqual(topicsOf('zh-Hans', [topic], '第二轮何时开始？'), ['round']);
  assert.deepEqual(topicsOf('zh-Hans', [topic], '第九轮何时开始？'), []);
});

test('What is placed by hand wins over the words', () => {
  const record = recordOf('zh-Hans', asked(1, '潮汐闸？'), asked(2, '它呢？'));
  const hand = (n: number, listed: boolean): HandPlacement => ({
    exchange: `caldmere/2031-05-06/${n}`,
    topic: 'barrier',
    listed,
    why: 'By its context',
  });
  const placed = place([record], [zh('barrier', '潮汐闸')], {
    byHand: [hand(1, false), hand(2, true)],
  });
  assert.deepEqual(
    [...placed],
    [
      [
        'caldmere/2031-05-06/2',
        [
          {
            topic: 'barrier',
            exchange: 'caldmere/2031-05-06/2',
            strength: 0,
            reasons: [],
            hand: 'By its context',
          },
        ],
      ],
    ],
  );
});

test('The strongest placement comes first, equal ones by topic, whatever the order of topics', () => {
  const topics = [zh('a', '鳕鱼'), zh('b', '港口'), zh('c', '港口', '潮汐闸')];
  const expected = ['c', 'a', 'b'];
  for (const order of [topics, topics.toReversed()])
    assert.deepEqual(topicsOf('zh-Hans', order, '潮汐闸、港口、鳕鱼'), expected);
});

test('Every occurrence is found and counted, as a plain search would', () => {
  const letters = fc.string({ unit: fc.constantFrom('港', '口', '费', 'a', ' '), maxLength: 40 });
  const phrases = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('港', '口', '费'), minLength: 2, maxLength: 3 }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(letters, phrases, (text, list) => {
      const topics = list.map((phrase, index) => zh(`t${index}`, phrase));
      const placed = place([recordOf('zh-Hans', asked(1, text))], topics).get(
        'caldmere/2031-05-06/1',
      );
      for (const [index, phrase] of list.entries()) {
        const starts = [...text].filter((_, at) => text.startsWith(phrase, at)).length;
        const found = placed?.find(({ topic }) => topic === `t${index}`)?.reasons[0]?.times ?? 0;
        assert.equal(found, starts);
      }
    }),
  );
});

test('The title of a briefing counts where nothing in an exchange does, but not where it is on the way', () => {
  const topics = [en('barrier', 'tidal barrier'), en('quay', 'North Quay')];
  const titled = (title: string, question: string) => ({
    ...recordOf('en', asked(1, question)),
    title,
  });
  const on = (title: string, question: string) =>
    (place([titled(title, question)], topics).get('caldmere/2031-05-06/1') ?? []).map(
      ({ topic, reasons }) => [topic, ...reasons.map(({ side }) => side)],
    );
  assert.deepEqual(on('Press Call on the Tidal Barrier', 'When?'), [['barrier', 'title']]);
  assert.deepEqual(on('Press Call on the Tidal Barrier', 'And North Quay?'), [
    ['quay', 'question'],
  ]);
  assert.deepEqual(on('Press Gaggle En Route North Quay', 'When?'), []);
});

test('What only the answer names needs more where the question names another topic', () => {
  const topics = [zh('barrier', '潮汐闸'), zh('dues', '港口费')];
  assert.deepEqual(topicsOf('zh-Hans', topics, '天气如何？', '港口费照收。'), ['dues']);
  assert.deepEqual(topicsOf('zh-Hans', topics, '潮汐闸如何？', '港口费照收。'), ['barrier']);
  assert.deepEqual(topicsOf('zh-Hans', topics, '潮汐闸如何？', '港口费照收，港口费不涨。'), [
    'dues',
    'barrier',
  ]);
});

test('A name among five or more is one of many, among four it is not', () => {
  const topics = [zh('cod', '鳕鱼'), en('herring', 'herring')];
  assert.deepEqual(topicsOf('zh-Hans', topics, '鳕鱼、鲱鱼、鲑鱼和鲈鱼的价格？'), ['cod']);
  assert.deepEqual(topicsOf('zh-Hans', topics, '鳕鱼、鲱鱼、鲑鱼、鲈鱼、鲤鱼的价格？'), []);
  assert.deepEqual(topicsOf('en', topics, 'Cod, herring and eel?'), ['herring']);
  assert.deepEqual(topicsOf('en', topics, 'Cod, herring, eel, perch and carp?'), []);
});

test('A country whose press is quoted is not what is asked about', () => {
  const caldmere = topicOf('caldmere', { territory: 'CM', phrases: { zh: ['卡尔德米尔'] } });
  assert.deepEqual(topicsOf('zh-Hans', [caldmere], '据卡尔德米尔媒体报道，港口关闭？'), []);
  assert.deepEqual(topicsOf('zh-Hans', [caldmere], '卡尔德米尔的港口何时关闭？'), ['caldmere']);
});
