import { type Topic, topicMatter } from '../../src/model/topic.ts';
import { type Exchange, exchange, type Transcript } from '../../src/model/transcript.ts';
import { transcriptOf, turnOf } from '../caldmere.ts';

/** A topic of front matter, its names made of its id. */
export const topicOf = (id: string, matter: object = {}): Topic => ({
  ...topicMatter.parse({ id, names: { 'zh-Hans': id, en: id }, phrases: {}, ...matter }),
  description: '',
  path: `topics/${id}.md`,
});

/** One exchange of Caldmere's: number n of 6 May 2031. */
export const asked = (n: number, question: string, answer = ''): Exchange =>
  exchange.parse({
    type: 'exchange',
    id: `caldmere/2031-05-06/${n}`,
    n: String(n),
    parts: [{ id: 'a', question: [], answer: [] }],
    flags: [],
    children: [turnOf('question', null, question), turnOf('answer', null, answer)],
  });

/** A record in a language with these exchanges. */
export const recordOf = (language: string, ...exchanges: Exchange[]): Transcript => ({
  ...transcriptOf('2031-05-06', ...exchanges),
  language,
});
