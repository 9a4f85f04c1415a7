import { createHash } from 'node:crypto';
import { x } from 'xastscript';
import { xmlOf, xmlText } from '../export/xml.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Catalogue } from './catalogue.ts';
import { dayNames } from './dates.ts';
import { linesOf } from './lines-of.ts';

/** A picture for those who link to a transcript: 1,200 by 630 pixels, the size that all readers of cards take. */
export interface SocialImage {
  /** Site path, named by what is in the picture: a cache may keep it for ever. */
  path: string;
  svg: string;
}

/** The picture of a transcript, also of its exchanges; null where `site.yaml` asks for none or no address is known. */
export function socialImage(catalogue: Catalogue, transcript: Transcript): SocialImage | null {
  if (!catalogue.site.social_images || catalogue.site.url === null) return null;
  const svg = drawn(catalogue, transcript);
  const digest = createHash('sha256').update(svg).digest('hex').slice(0, 16);
  return { path: `/social/${transcript.id}.${digest}.png`, svg };
}

const serif = 'Songti SC, Source Han Serif SC, Noto Serif CJK SC, Noto Serif SC, Georgia, serif';
const sans = 'PingFang SC, Source Han Sans SC, Noto Sans CJK SC, Noto Sans SC, Arial, sans-serif';
const [paper, ink, quiet] = ['#fcfcfa', '#1a1c1e', '#4c5154'];
const margin = 80;
const titleSize = 60;

/** As on the pages: the record's words are serif, ours are sans, and a thick and a thin rule open it. */
function drawn(catalogue: Catalogue, transcript: Transcript): string {
  const { site, language } = catalogue;
  const title = linesOf(transcript.title, 34, 4);
  const ours = { 'font-family': sans, 'font-size': 34, fill: quiet };
  const theirs = { 'font-family': serif, 'font-size': titleSize, 'font-weight': 700, fill: ink };
  return xmlOf(
    x('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 1200, height: 630 }, [
      x('rect', { width: 1200, height: 630, fill: paper }),
      x('rect', { x: margin, y: 64, width: 1200 - 2 * margin, height: 9, fill: ink }),
      x('rect', { x: margin, y: 80, width: 1200 - 2 * margin, height: 2, fill: ink }),
      line(ours, 152, catalogue.institutionNames(transcript)[language]),
      ...title.map((words, index) => line(theirs, 246 + index * 78, words)),
      line(ours, 566, dayNames(transcript.date)[language]),
      line({ ...ours, 'text-anchor': 'end' }, 566, site.title[language], 1200 - margin),
    ]),
  );
}

const line = (look: Record<string, string | number>, y: number, words: string, at = margin) =>
  x('text', { ...look, x: at, y }, xmlText(words));
