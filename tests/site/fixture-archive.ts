import type { Archive } from '../../src/model/archive.ts';
import type { Outlet } from '../../src/model/outlet.ts';
import { source as sourceSchema } from '../../src/model/source.ts';
import type { Placement, Topic } from '../../src/model/topic.ts';
import type { Exchange, Transcript } from '../../src/model/transcript.ts';
import { wordsOf } from '../../src/model/words.ts';
import { changedVersions, ledger } from './changed-record.ts';
import { names } from './making.ts';
import { corrected, records } from './records.ts';

const topic = (id: string, zh: string, en: string): Topic => ({
  id,
  names: names(zh, en),
  phrases: { zh: [zh], en: [en.toLowerCase()] },
  description: `${zh}的情况。\n\n***\n\nThe subject of ${en.toLowerCase()} in **Caldmere**.`,
  path: `topics/${id}.md`,
});

function placement({ id, children }: Exchange, topic: Topic): Placement | null {
  const phrase = topic.names['zh-Hans'];
  const reasons = children.flatMap((child) => {
    if (child.type !== 'turn') return [];
    const times = wordsOf(child).split(phrase).length - 1;
    const side = child.kind === 'question' ? ('question' as const) : ('answer' as const);
    return times > 0 ? [{ phrase, side, times, strength: times }] : [];
  });
  return reasons.length > 0 ? { topic: topic.id, exchange: id, strength: 1, reasons } : null;
}

/** Places by the Chinese name or its English twin, as the real rule would. */
function placed(transcripts: Transcript[], topics: Archive['topics']): Archive['placements'] {
  const placements = new Map<string, Placement[]>();
  for (const { children } of transcripts) {
    for (const child of children) {
      if (child.type !== 'exchange') continue;
      const found = [...topics.values()].flatMap((it) => placement(child, it) ?? []);
      if (found.length > 0) placements.set(child.id, found);
    }
  }
  return placements;
}

const outlet = (id: string, zh: string, en: string): Outlet => ({
  id,
  names: names(zh, en),
  aliases: [],
  place: 'CM',
  kind: 'newspaper',
});

const source = (id: string, zh: string, en: string, language: string) =>
  sourceSchema.parse({
    id,
    institution: 'cal-press',
    names: names(zh, en),
    publisher: en,
    language,
    timeZone: 'Europe/Lisbon',
    verified: true,
    urls: ['press.caldmere.example/*'],
    dialect: 'colon',
    rights: {
      statement: 'Open government licence of Caldmere',
      url: 'https://press.caldmere.example/rights',
      redistribute: 'yes',
    },
    seen: [{ date: '2031-01-01', what: 'Labels in capitals' }],
  });

const byId = <Thing extends { id: string }>(...things: Thing[]): Map<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** The press office of Caldmere, a state that does not exist, with every kind of node that a page can hold. */
export function fixtureArchive(more: Transcript[] = []): Archive {
  const transcripts = [...records, ...more].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  const topics = byId(
    topic('tidal-barrier', '潮汐闸', 'Tidal barrier'),
    topic('harbour-dues', '港口费', 'Harbour dues'),
    topic('cod', '鳕鱼', 'Cod quota'),
  );
  return {
    dialects: new Map(),
    site: {
      title: names('卡尔德米尔吹风会档案', 'Briefings of Caldmere'),
      description: names('虚构国家的虚构档案。', 'An invented archive of an invented state.'),
      language: 'en',
      url: 'https://archive.caldmere.example/press/',
      contact: 'archive@caldmere.example',
    },
    institutions: byId({
      id: 'cal-press',
      names: names('卡尔德米尔共和国新闻办公室', 'Press Office of Caldmere'),
      place: 'CM',
    }),
    sources: byId(
      source('cal-en', '卡尔德米尔新闻办公室英文网站', 'Press Office, English pages', 'en'),
      source('cal-zh', '卡尔德米尔新闻办公室中文网站', 'Press Office, Chinese pages', 'zh-Hans'),
    ),
    outlets: byId(
      outlet('harbour-post', '海港报', 'Harbour Post'),
      outlet('lantern-tv', '灯塔电视台', 'Lantern TV'),
      outlet('north-quay-radio', '北码头电台', 'North Quay Radio'),
      outlet('tidewire', '潮讯社', 'Tidewire'),
    ),
    people: byId({
      id: 'cen-ruolan',
      names: names('岑若澜', 'Cen Ruolan'),
      aliases: [],
      institution: 'cal-press',
    }),
    topics,
    transcripts,
    placements: placed(transcripts, topics),
    ledger,
    pages: [
      {
        id: 'about',
        title: 'About',
        markdown: 'What is here.\n\n## Corrections\n\nWrite to us. <b onclick="x()">raw</b>',
      },
      { id: 'about.zh-Hans', title: '说明', markdown: '此处所存。\n\n## 更正\n\n请来信。' },
    ],
    tombstones: new Map(),
    versions: new Map([[changedVersions.id, changedVersions]]),
    corrections: new Map([['cal-en/2031-03-13', corrected]]),
    briefings: [],
    styles: [],
    problems: [],
  };
}
