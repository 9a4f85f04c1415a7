import type { Archive } from '../src/model/archive.ts';
import type { Exchange, Transcript, Turn } from '../src/model/transcript.ts';

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Exchanges of real transcripts, in order, and what the archive knows of each. */
interface Stock {
  transcript: Transcript;
  exchange: Exchange;
}

const shareOfChinese = 0.8;
const exchangesADay = 9;
/** Names that a made answer has and no real one: about seven new pairs of characters each, as counted on ten years of real answers. */
const newNames = 3;
/** The last day of the recombined archive; the days before it are filled backwards over 20 years. */
const lastDay = Date.UTC(2026, 10, 20);
const years = 20;

/**
 * An archive of `size` exchanges, four in five Chinese, spread evenly over 20 years.
 *
 * Each real exchange comes once as it is; after that a real question is joined to a real answer of
 * another exchange whose paragraphs are shuffled and in which a few names are new, so that the
 * vocabulary goes on growing. The same seed gives the same archive.
 */
export function recombine(real: Archive, size: number, seed = 1): Archive {
  const random = seeded(seed);
  const stock = stockOf(real);
  const transcripts: Transcript[] = [];
  const placements: Archive['placements'] = new Map();
  const days = Math.ceil(size / exchangesADay);
  const step = (years * 365.25 * 86_400_000) / days;
  let made = 0;
  for (let day = 0; day < days; day++) {
    const language = random() < shareOfChinese ? 'zh' : 'en';
    const pool = stock[language];
    const date = new Date(lastDay - (days - 1 - day) * step).toISOString().slice(0, 10);
    const model = pick(pool.list, random).transcript;
    const id = `${model.source}/${date}-${day + 2}`;
    const children: Exchange[] = [];
    const [speaker = null] = model.spokespersons;
    for (let n = 1; n <= exchangesADay && made < size; n++, made++) {
      const exchange = next(pool, random);
      const own = { ...spokenBy(exchange, speaker), id: `${id}/${n}`, n: String(n) };
      children.push(own);
      placements.set(own.id, real.placements.get(exchange.id) ?? []);
    }
    const briefing = `${model.institution}/${date}`;
    transcripts.push({ ...model, id, briefing, date, children });
  }
  return { ...real, transcripts, placements };
}

interface Pool {
  list: Stock[];
  taken: number;
}

function stockOf(real: Archive): Record<'zh' | 'en', Pool> {
  const stock = { zh: { list: [] as Stock[], taken: 0 }, en: { list: [] as Stock[], taken: 0 } };
  for (const transcript of real.transcripts) {
    const pool = transcript.language === 'en' ? stock.en : stock.zh;
    for (const child of transcript.children) {
      if (child.type === 'exchange') pool.list.push({ transcript, exchange: child });
    }
  }
  return stock;
}

const pick = <T>(list: T[], random: () => number): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('Expected real exchanges in both languages, got none');
  return found;
};

/** The next real exchange, or a new one from two of them. */
function next(pool: Pool, random: () => number): Exchange {
  const real = pool.list[pool.taken++];
  if (real) return real.exchange;
  const asked = pick(pool.list, random).exchange;
  const answered = pick(pool.list, random).exchange;
  const questions = asked.children.filter(
    (child) => child.type === 'turn' && child.kind === 'question',
  );
  const answers = answered.children.flatMap((child) =>
    child.type === 'turn' && child.kind !== 'question'
      ? [{ ...child, children: renamed(shuffled(child.children, random), pool, random) }]
      : [],
  );
  return {
    ...asked,
    parts: [{ id: 'a', question: [], answer: [] }],
    children: [...questions, ...answers],
  };
}

/** The same paragraphs, in which two characters or letters that stand together are now and then others. */
function renamed(children: Turn['children'], pool: Pool, random: () => number): Turn['children'] {
  const words = children.map(({ value }) => value);
  for (let times = 0; times < newNames; times++) {
    const line = Math.floor(random() * words.length);
    const value = words[line] ?? '';
    const donor = saidIn(pick(pool.list, random).exchange);
    const name = Array.from({ length: 2 }, () => letterOf(donor, random)).join('');
    const at = Math.floor(random() * value.length);
    if (/^[\p{L}]{2}$/u.test(value.slice(at, at + 2)) && name.length === 2)
      words[line] = value.slice(0, at) + name + value.slice(at + 2);
  }
  return children.map((child, line) => ({ ...child, value: words[line] ?? child.value }));
}

const saidIn = ({ children }: Exchange): string =>
  children
    .flatMap((child) => (child.type === 'turn' ? child.children.map(({ value }) => value) : []))
    .join('');

/** A letter of a text; nothing where it has another character there. */
const letterOf = (text: string, random: () => number): string =>
  /\p{L}/u.exec(text.charAt(Math.floor(random() * text.length)))?.[0] ?? '';

/** One person answers a conference, as on the real pages. */
function spokenBy(exchange: Exchange, speaker: string | null): Exchange {
  const children = exchange.children.map((child) =>
    child.type === 'turn' && child.kind === 'answer' ? { ...child, speaker } : child,
  );
  return { ...exchange, children };
}

const shuffled = <T>(list: T[], random: () => number): T[] =>
  list
    .map((one): [number, T] => [random(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
