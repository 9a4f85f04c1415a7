import fc from 'fast-check';
import type { CslItem } from '../../../src/export/citations/csl-item.ts';
import { oneLine } from '../../../src/export/citations/one-line.ts';
import { hostile } from '../hostile.ts';

const names = [
  'Ana Quill',
  '岑若澜',
  'MS. QUILL',
  'Ana Quill-Ferrier',
  "Ana O'Quill",
  'Ana Quill Jr.',
  'constructor',
];
const titles = [
  'Briefing of 14 March 2031',
  '新闻办公室主任岑若澜主持例行吹风会',
  '2031年3月14日吹风会（节选）',
  'The Tidal Barrier: What Is Known?',
  'Remarks on “the barrier” and “the dues”',
  'Remarks on "the barrier"',
  "The harbour's dues & <the> barrier",
  '关于“潮汐闸”的答问',
  'Press Office of Caldmere, U.S. 2031.',
  'COVID-⁠19 in Caldmere',
];

const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...titles) },
  { weight: 1, arbitrary: fc.constantFrom(...hostile.map(oneLine).filter(Boolean)) },
);

const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((it) => ({
    'date-parts': [[it.getUTCFullYear(), it.getUTCMonth() + 1, it.getUTCDate()]] satisfies [
      number[],
    ],
  }));

/** Items as the archive makes them: names and titles in two scripts, with and without an address and a day of capture. */
export const items: fc.Arbitrary<CslItem> = fc
  .record({
    author: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 5 }),
    asker: fc.option(fc.constantFrom('Tidewire', '潮讯社', 'Lantern TV & Radio')),
    title: text,
    container: fc.constantFrom('Briefings of Caldmere', '卡尔德米尔吹风会档案', 'Lectern'),
    publisher: fc.constantFrom('Press Office of Caldmere', '卡尔德米尔共和国新闻办公室'),
    issued: date,
    accessed: fc.option(date),
    page: fc.option(fc.nat(99)),
    language: fc.constantFrom('en', 'zh-Hans'),
    number: fc.constantFrom('4', '12', '4a'),
  })
  .map(
    ({ author, asker, title, container, publisher, issued, accessed, page, language, number }) => ({
      id: `caldmere/2031-03-14/${number}`,
      type: 'webpage',
      language,
      author: author.map((literal) => ({ literal })),
      ...(asker !== null && { interviewer: [{ literal: asker }] }),
      title:
        language === 'en'
          ? `Answer to Tidewire, exchange ${number}: ${title}`
          : `答潮讯社问（第${number}则）：${title}`,
      genre: language === 'en' ? 'Press conference transcript' : '新闻发布会记录',
      'container-title': container,
      publisher,
      issued,
      ...(accessed && { accessed }),
      version:
        language === 'en'
          ? 'v1, captured 2031-03-15, SHA-256 0123456789ab'
          : 'v1，2031-03-15采集，SHA-256 0123456789ab',
      note: `Published at https://press.caldmere.example/${page}`,
      ...(page !== null && { URL: `https://archive.caldmere.example/cal-en/2031-03-14/${page}/` }),
    }),
  );
