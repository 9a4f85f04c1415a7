import { groupEditions } from '../../src/ledger/group-editions.ts';
import type { Archive } from '../../src/model/archive.ts';
import { type Exchange, type Transcript, transcript } from '../../src/model/transcript.ts';
import { editionsOf } from '../bilingual.ts';
import { fixtureArchive } from './fixture-archive.ts';

const { zh, en } = editionsOf('2031-05-06', { en: [2] });

/** A reprint of the Chinese page: the first asker in other words, the third answer reworded, the last exchange left out. */
function reprintOf(whole: Transcript): Transcript {
  const id = 'cal-reprint/2031-05-06';
  const children = whole.children.slice(0, -1).map((child) => {
    if (child.type !== 'exchange') return child;
    const turns = child.children.map((it) => changed(child, it));
    return { ...child, id: `${id}/${child.n}`, children: turns };
  });
  return transcript.parse({
    ...whole,
    id,
    source: 'cal-reprint',
    title: '转载：例行吹风会',
    children,
  });
}

function changed({ n }: Exchange, turn: Exchange['children'][number]) {
  if (turn.type === 'note') return turn;
  if (n === '1' && turn.kind === 'question') return { ...turn, label: '潮讯社' };
  if (n !== '3' || turn.kind !== 'answer') return turn;
  const [first, ...rest] = turn.children;
  const value = first?.value.replace('外省', '邻省') ?? '';
  return { ...turn, children: [{ type: 'paragraph', value }, ...rest] };
}

const editions = [en, reprintOf(zh), zh];

/** A briefing of Caldmere in three editions: Chinese, a Chinese reprint, English with one exchange less. */
export function editionArchive(): Archive {
  return { ...withEditions(), transcripts: editions, placements: new Map(), ledger: [] };
}

/** The whole fixture archive and these editions, so that it has a page of every kind. */
export function withEditions(): Archive {
  const archive = fixtureArchive(editions);
  const source = archive.sources.get('cal-zh');
  const names = { 'zh-Hans': '转载网站', en: 'Reprints' };
  if (source) archive.sources.set('cal-reprint', { ...source, id: 'cal-reprint', names });
  return { ...archive, briefings: groupEditions(editions) };
}
