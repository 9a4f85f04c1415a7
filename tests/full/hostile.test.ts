import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from '../../src/model/source.ts';
import { dialects } from '../../src/parse/dialects/index.ts';
import { type Parsed, parse } from '../../src/parse/index.ts';
import { outletIndex } from '../../src/parse/outlet.ts';
import { profileOf } from '../../src/parse/profile-of.ts';
import { pace } from '../pace.ts';

const asked = 'When does the made-up ferry come back?';
const said = 'It is back. First, it is free. Mr. Lark said: it is fair. U.S. ferries - too.';
const 问 = '这是一个编造的问题，何时恢复？';
const 答 = '这是一个编造的回答。第一，公开；第二，公平。有人说：这不是标签。';

/** A question and an answer as each dialect prints them. */
const forms: Record<string, [question: string, answer: string]> = {
  'american-caps': [`QUESTION: ${asked}`, `MS. LARK: ${said}`],
  'bold-question': [`<b>${asked}</b>`, said],
  'chinese-bracket': [`【北港日报记者】：${问}`, `【林远】：${答}`],
  'chinese-colon': [`<b>北港日报记者：${问}</b>`, `林远：${答}`],
  'english-colon': [`Harbour Post: ${asked}`, `Mao Lark: ${said}`],
  'european-dash': [`Q - ${asked}`, `R - ${said}`],
  'fed-caps-dot': [`HOWARD STORK. ${asked}`, `CHAIR LARK. ${said}`],
  'german-colon': [`Frage Jung: ${asked}`, `StS Lark: ${said}`],
  'japanese-bracket': [`【NHK 山田記者】${问}`, `【森外務大臣】${答}`],
  'korean-angle': ['&lt;질문&gt; 언제입니까? (등대방송 기자)', '&lt;답변&gt; 5월입니다.'],
  'russian-colon': [`Вопрос: ${asked}`, `Ответ: ${said}`],
  'spanish-caps': [`PREGUNTA: ${asked}`, `PRESIDENTA ANA LARK: ${said}`],
  timestamp: [`Matt: (00:03)<br>${asked}`, `Ada Lark: (00:01)<br>${said}`],
  'white-house': [`Q&nbsp;&nbsp; ${asked}`, `MS. LARK:&nbsp; ${said}`],
};

const upTo = (size: number, text: string): string => text.repeat(Math.ceil(size / text.length));
const plain = (text: string): string => text.replace(/<[^>]+>/g, ' ');

/** Hostile pages made of an exchange, by what they hold. */
function pagesOf([question, answer]: [string, string]): Record<string, string> {
  const exchange = `<p>${question}</p><p>${answer}</p>`;
  const tiny = `<p>${plain(question).slice(0, 22)}?</p><p>${plain(answer).slice(0, 16)}.</p>`;
  return {
    '5 MB of exchanges': upTo(5e6, exchange),
    '5 MB in few turns': upTo(5e6, `<p>${question}</p><p>${upTo(5e5, plain(answer))}</p>`),
    '60,000 tiny exchanges': tiny.repeat(60_000),
    '100,000 nested elements': `${'<div>'.repeat(100_000)}${question}`,
    'a paragraph of 1 MB': `${exchange}<p>${upTo(1e6, plain(answer))}</p>`,
    'a paragraph of 1 MB of labels': `${exchange}<p>${upTo(1e6, plain(`${question} ${answer} `))}</p>`,
  };
}

function read(dialect: string, body: string): Parsed {
  const declared = source.parse({
    id: 'made-up',
    institution: 'made-up',
    names: { 'zh-Hans': '虚构', en: 'Made up' },
    publisher: 'Nobody',
    language: 'en',
    timeZone: 'UTC',
    verified: false,
    urls: ['press.caldmere.example/*'],
    rights: { statement: 'None', url: null, redistribute: 'unknown' },
    dialect,
    profile: {
      body: ['#body'],
      dates: [{ from: 'url', pattern: '(?<year>2031)-(?<month>05)-(?<day>06)' }],
    },
  });
  const text = `<h1>Press briefing 发布会</h1><div id="body">${body}</div>`;
  const url = 'https://press.caldmere.example/2031-05-06';
  const context = { source: declared, profile: profileOf(declared), outlets: outletIndex([]) };
  return parse({ url, mediaType: 'text/html', text }, context);
}

/** CPU seconds that a page may take: one, and half as much again for what the first pages warm up. */
const most = 1.5 * pace();

/** What a page is read as, and the CPU seconds of the better of two readings where the first was slow. */
function timed(dialect: string, body: string): { parsed: Parsed; seconds: number } {
  const once = () => {
    const start = process.cpuUsage();
    const parsed = read(dialect, body);
    const { user, system } = process.cpuUsage(start);
    return { parsed, seconds: (user + system) / 1e6 };
  };
  const first = once();
  return first.seconds < most ? first : once();
}

for (const dialect of Object.keys(dialects))
  test(`hostile pages end soon, or stop with a clear error: ${dialect}`, () => {
    const form = forms[dialect];
    assert.ok(form, `Expected a form of ${dialect}`);
    for (const [what, body] of Object.entries(pagesOf(form))) {
      const { parsed, seconds } = timed(dialect, body);
      const { draft, reason, file } = parsed;
      assert.ok(seconds < most, `Expected less than ${most} CPU s for ${what}, got ${seconds}`);
      if (draft) continue;
      assert.match(reason ?? '', /^Expected /, what);
      assert.match(file.messages.at(-1)?.ruleId ?? '', /^too-(?:long|deep)$|^no-exchange$/, what);
    }
  });
