import type { LabelShape } from '../model/profile.ts';
import type { Rules } from './rules.ts';

/** A run at the start of a line that is shaped as a label; whether it is one, its role decides. */
export interface Candidate {
  shape: LabelShape | 'own';
  /** Without brackets, colon and prefix: what the role is looked up by. */
  label: string;
  /** As printed, with its prefix (▲新华社记者), without brackets and colon. */
  printed: string;
  /** Where what is said begins, by UTF-16 offset into the line. */
  end: number;
}

/** No label seen is longer, but for posts in capitals; a sentence soon is. */
const longest = 60;

const clock = '\\((?:\\d{1,2}:)?\\d{1,2}:\\d{2}\\)';
const wide = '[\\s\\u200b\\ufeff]*';
const shapes: Record<Exclude<LabelShape, 'bold' | 'spaces'>, RegExp> = {
  // 10：00 is a time and ends no label.
  colon: new RegExp(
    `^([^：:。？！；?!;“”"…\\n]{1,${longest}}|[\\p{Lu}\\s.,'’()-]{1,100})[：:](?!(?<=\\d.)\\d)${wide}`,
    'u',
  ),
  lenticular: new RegExp(`^【([^【】]{1,${longest}})】[：:]?${wide}`, 'u'),
  bracket: new RegExp(`^[［[]([^\\][［］]{1,${longest}})[］\\]][：:]?${wide}`, 'u'),
  round: new RegExp(`^[（(]([^（）()]{1,${longest}})[）)][：:]?${wide}`, 'u'),
  angle: new RegExp(`^[<＜〈]([^<>＜＞〈〉]{1,30})[>＞〉][：:]?${wide}`, 'u'),
  'dot-dash': new RegExp(`^([^\\n?¿!]{1,${longest}}?)\\s?\\.\\s?[-–—]${wide}`, 'u'),
  dash: new RegExp(`^([^-–—\\n]{1,${longest}}?)\\s[-–—]\\s${wide}`, 'u'),
  'caps-dot': /^((?:[\p{Lu}'’-]+\.?\s){0,5}[\p{Lu}'’-]{2,30})\.\s+(?=\S)/u,
  timestamp: new RegExp(
    `^([^：:。？！?!()\\n]{1,${longest}})(?::\\s{0,3}${clock}|${clock}\\s{0,3}:)${wide}`,
    'u',
  ),
};

/** Every label that a line may begin with by the profile's shapes, in the order of the shapes. */
export function labelsAt(text: string, rules: Rules): Candidate[] {
  const skipped = prefixLength(text, rules);
  const line = text.slice(skipped);
  const candidate = (shape: Candidate['shape'], found: [string, string] | null) => {
    if (!found) return [];
    const [all, label] = found;
    const tidy = bare(label.replace(/\s+/gu, ' ').trim());
    return [
      { shape, label: tidy, printed: text.slice(0, skipped) + tidy, end: skipped + all.length },
    ];
  };
  return [
    ...rules.profile.shapes.flatMap((shape) =>
      candidate(shape, shape === 'spaces' ? markerAt(line, rules) : matchOf(shape, line)),
    ),
    ...rules.labels.flatMap((pattern) => candidate('own', ownAt(pattern, line))),
  ];
}

/** A label without brackets around all of it: [X]：, 【X】：. */
const bare = (label: string): string =>
  /^(?:\[([^[\]]+)\]|［([^［］]+)］|【([^【】]+)】|[（(]([^（）()]+)[）)])$/u
    .exec(label)
    ?.slice(1)
    .find(Boolean)
    ?.trim() ?? label;

/** What a source's or dialect's own pattern finds at the very start of a line. */
function ownAt(pattern: RegExp, line: string): [string, string] | null {
  const found = pattern.exec(line);
  const label = found?.groups?.label;
  return found?.index === 0 && label?.trim() ? [found[0], label] : null;
}

function matchOf(shape: LabelShape, line: string): [string, string] | null {
  if (shape === 'bold' || shape === 'spaces') return null;
  const found = shapes[shape].exec(line);
  return found?.[1] === undefined || found[1].trim() === '' ? null : [found[0], found[1]];
}

/** A marker of the profile followed by white space, such as `Q    Why…`; nothing else has no colon. */
function markerAt(line: string, { profile }: Rules): [string, string] | null {
  const { question, answer, followUp } = profile.roles;
  for (const marker of [...question, ...answer, ...followUp]) {
    if (!line.startsWith(marker)) continue;
    const space = /^(?:[ \u00a0\u2000-\u200a\u3000]+|$)/u.exec(line.slice(marker.length));
    if (space) return [marker + space[0], marker];
  }
  return null;
}

function prefixLength(text: string, { prefixes }: Rules): number {
  for (const prefix of prefixes) {
    const found = prefix.exec(text);
    if (found && found.index === 0) return found[0].length;
  }
  return 0;
}
