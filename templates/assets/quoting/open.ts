import { type Quote, type Resolution, resolve, type Wording } from '../../../src/site/quote.ts';
import { quoteOf } from '../../../src/site/quote-link.ts';
import { hosts, markWords, wordsIn } from './text.ts';

/** The wordings of a record as the site's JSON has them, oldest first. */
interface Wordings {
  versions: {
    id: string;
    digest: string;
    first: string;
    /** Number → its words. */
    exchanges: Record<string, string>;
    /** What was said outside of every exchange. */
    outside: string;
  }[];
}

/** Marks the words that the address quotes, or says what became of them. */
export async function openQuote(): Promise<void> {
  const [host] = hosts();
  const it = quoteOf(location.hash);
  if (!host || !it) return;
  document.querySelector('.quoted')?.remove();
  const today = { digest: host.dataset.version ?? '', text: wordsIn(host).text };
  const earlier = await earlierOf(host, it);
  const wordings: Wording[] = [...earlier.map(({ wording }) => wording), today];
  const result = resolve(it, wordings);
  document.documentElement.dataset.quote = result.state;
  if (result.state === 'here') {
    markWords(host, result.start, result.end)?.scrollIntoView({ block: 'center' });
    return;
  }
  const note = noteOn(result, result.state === 'earlier' ? earlier[result.version] : undefined);
  const link = host.dataset.changed;
  if (link) note.append(paragraphOf(linkTo(link)));
  host.before(note);
  note.scrollIntoView({ block: 'center' });
}

interface Earlier {
  wording: Wording;
  id: string;
  day: string;
}

/** Earlier wordings of the host; asked for only where the link was made from another than today's. */
async function earlierOf(host: HTMLElement, { version }: Quote): Promise<Earlier[]> {
  const { wordings, version: today = '' } = host.dataset;
  if (!wordings || today.startsWith(version)) return [];
  try {
    const { versions }: Wordings = await (await fetch(wordings)).json();
    const n = host.id.slice(1);
    return versions
      .filter(({ digest }) => !digest.startsWith(today))
      .map(({ id, digest, first, exchanges, outside }) => ({
        wording: { digest, text: n === '' ? outside : (exchanges[n] ?? null) },
        id,
        day: first.slice(0, 10),
      }));
  } catch {
    // Offline, or a server without the file: what today's page shows is all there is to say.
    return [];
  }
}

function noteOn(result: Resolution, earlier: Earlier | undefined): HTMLElement {
  const note = document.createElement('aside');
  note.className = 'absent quoted';
  note.setAttribute('role', 'status');
  if (result.state === 'earlier' && earlier) {
    const { id, day, wording } = earlier;
    note.append(
      paragraphOf(
        both(
          `链接所引文字见于${day}见到的版本${id}，照原样不见于现今的版本。当时的文字：`,
          `The words that this link quotes are in the version seen on ${day} (${id}) and not, as quoted, in today's version. They read then:`,
        ),
      ),
      quotation(wording.text ?? '', result.start, result.end),
    );
  } else if (result.state === 'ambiguous') {
    note.append(
      paragraphOf(
        both(
          '链接所引文字在此处不止一处，或前后文字已不同，无法确定是哪一处，因此不作标记。',
          'The words that this link quotes stand here more than once, or what stood around them has changed: which place is meant cannot be told, and none is marked.',
        ),
      ),
    );
  } else {
    note.append(
      paragraphOf(
        both(
          '现有各版本的此处找不到链接所引的文字。',
          'The words that this link quotes are in no version of this place that the archive has.',
        ),
      ),
    );
  }
  return note;
}

/** The paragraphs of an earlier wording that hold the words, these marked. */
function quotation(text: string, start: number, end: number): HTMLElement {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const place = document.createElement('blockquote');
  const mark = document.createElement('mark');
  mark.textContent = text.slice(start, end);
  place.className = 'rec';
  place.append(text.slice(from, start), mark, text.slice(end, stop < 0 ? text.length : stop));
  return place;
}

/** A phrase in both languages; the style sheet shows the one that is chosen. */
function both(zh: string, en: string): HTMLElement[] {
  const words: [string, string][] = [
    ['zh-Hans', zh],
    ['en', en],
  ];
  return words.map(([language, phrase]) => {
    const span = document.createElement('span');
    span.className = 'u';
    span.lang = language;
    span.textContent = phrase;
    return span;
  });
}

function paragraphOf(inside: Node[]): HTMLElement {
  const made = document.createElement('p');
  made.append(...inside);
  return made;
}

function linkTo(address: string): Node[] {
  const link = document.createElement('a');
  link.href = address;
  link.append(...both('各版本对照', 'The versions side by side'));
  return [link];
}
