import { createHash } from 'node:crypto';
import { z } from 'zod';
import { views } from '../src/archive/views.ts';
import type { Archive } from '../src/model/archive.ts';
import type { Placement } from '../src/model/topic.ts';
import type { Exchange } from '../src/model/transcript.ts';
import { wordsOf } from '../src/model/words.ts';
import { place } from '../src/topics/place.ts';
import { withTerritories } from '../src/topics/territories.ts';

/** One line of tests/adjudicated/topics.jsonl: what a reader found an exchange to be about. */
export const reading = z.strictObject({
  exchange: z.string(),
  /** Tells whether the id still means what was read; see `beginningOf`. */
  begins: z.string(),
  topics: z.array(z.string()),
});
export type Reading = z.infer<typeof reading>;

/** How placement compares with reading, over all labels of all exchanges read. */
export interface TopicScore {
  exchanges: number;
  precision: number;
  recall: number;
  f1: number;
  /** Where the two differ, in the order read: what only the rules say, what only the reader says. */
  errors: { exchange: string; only: 'rules' | 'reader'; topic: string; words: string[] }[];
  /** Ids of readings whose exchange is not found any more; they are not counted. */
  stale: string[];
}

/** Score the archive's placements against readings. */
export function scoreTopics(archive: Archive, readings: readonly Reading[]): TopicScore {
  const find = finder(exchangesOf(archive));
  const errors: TopicScore['errors'] = [];
  const stale: string[] = [];
  let both = 0;
  for (const read of readings) {
    const exchange = find(read)?.id;
    if (exchange === undefined) {
      stale.push(read.exchange);
      continue;
    }
    const placed = new Map(archive.placements.get(exchange)?.map((it) => [it.topic, it]));
    both += read.topics.filter((topic) => placed.has(topic)).length;
    for (const [topic, placement] of placed)
      if (!read.topics.includes(topic))
        errors.push({ exchange, only: 'rules', topic, words: wordsIn(placement) });
    for (const topic of read.topics)
      if (!placed.has(topic)) errors.push({ exchange, only: 'reader', topic, words: [] });
  }
  const wrong = errors.filter(({ only }) => only === 'rules').length;
  const precision = both / (both + wrong);
  const recall = both / (both + errors.length - wrong);
  const f1 = (2 * precision * recall) / (precision + recall);
  return { exchanges: readings.length - stale.length, precision, recall, f1, errors, stale };
}

/**
 * Finds the exchange that was read: by its id, or, where a later parser has split its page another
 * way and numbered it anew, the nearest in the same transcript that begins alike.
 */
function finder(exchanges: Exchange[]): (read: Reading) => Exchange | undefined {
  const alike = new Map<string, Exchange[]>();
  const key = (id: string, begins: string) => `${id.slice(0, id.lastIndexOf('/'))} ${begins}`;
  for (const exchange of exchanges) {
    const its = key(exchange.id, beginningOf(exchange));
    alike.set(its, [...(alike.get(its) ?? []), exchange]);
  }
  return ({ exchange, begins }) => {
    const away = ({ id }: Exchange) => Math.abs(numberOf(id) - numberOf(exchange));
    return alike.get(key(exchange, begins))?.sort((a, b) => away(a) - away(b))[0];
  };
}

const numberOf = (id: string): number => Number.parseInt(id.slice(id.lastIndexOf('/') + 1), 10);

/** CPU seconds that placing an archive anew and making every listing takes. */
export function placingTime(archive: Archive): number {
  const before = process.cpuUsage();
  const homes = new Map([...archive.institutions.values()].map(({ id, place }) => [id, place]));
  const topics = withTerritories(archive.topics);
  const placements = place(archive.transcripts, topics.values(), { homes });
  views({ ...archive, topics, placements });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

/** How much of an archive is placed: all of its exchanges but the slight ones. */
export function placedShare(
  archive: Archive,
  source: string,
): { exchanges: number; placed: number } {
  const listed = exchangesOf(archive).filter(
    ({ id, flags }) => id.startsWith(`${source}/`) && !flags.includes('slight'),
  );
  const placed = listed.filter(({ id }) => archive.placements.has(id)).length;
  return { exchanges: listed.length, placed };
}

/** The start of the SHA-256 of the first twelve letters or digits asked. */
export function beginningOf({ children }: Exchange): string {
  const asked = children.find((child) => child.type === 'turn' && child.kind === 'question');
  const words = asked?.type === 'turn' ? wordsOf(asked) : '';
  const letters =
    words
      .match(/[\p{L}\p{N}]/gu)
      ?.slice(0, 12)
      .join('') ?? '';
  return createHash('sha256').update(letters).digest('hex').slice(0, 8);
}

const exchangesOf = ({ transcripts }: Archive): Exchange[] =>
  transcripts.flatMap(({ children }) => children.filter((child) => child.type === 'exchange'));

const wordsIn = ({ reasons }: Placement): string[] =>
  reasons.map(({ phrase, side, times }) => `${phrase} (${side}, ${times})`);
