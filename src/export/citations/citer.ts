import type { CslItem } from './csl-item.ts';
import { fill, type Months, markedLocale, monthsOf, type Pattern, patternOf } from './pattern.ts';
import { type Processor, processor } from './processor.ts';
import { type Rare, rareIn, type Specimen, slotOf, textMark } from './slots.ts';
import { specimens } from './specimens.ts';

/** Trial texts hold what a style may change: small words, capitals; each has the letters of its stand-in at its ends. */
const trialTexts: Record<string, string> = {
  aa: 'the trial of a Text by x',
  a文: 'the trial of a 样本',
  文a: '样本 of a Text by x',
  文文: '样本文字',
  文a文: '样本 of a Text 文字',
};
const trialDates = { issued: [2021, 11, 22], accessed: [2024, 5, 9] };

/**
 * Sets items in one style and language.
 *
 * citeproc needs milliseconds for an item, so it sets one specimen of each shape, and the slots of
 * the specimen are filled. A style that does more to a text than put it in its place, such as
 * capitals in titles, is found out by a trial; citeproc then sets every item of that shape.
 */
export class Citer {
  readonly #direct: Processor;
  readonly #marked: Processor;
  readonly #months: Months;
  readonly #printed: Rare[];
  /** By shape; null where slots cannot be filled. */
  readonly #patterns = new Map<string, Pattern | null>();

  /** `locale` is a CSL locale file. Throws where citeproc cannot use the style. */
  constructor(csl: string, locale: string) {
    this.#direct = processor(csl, locale);
    this.#marked = processor(csl, markedLocale(locale));
    this.#months = monthsOf(locale);
    this.#printed = rareIn(csl);
  }

  /** The citation as HTML. */
  cite(item: CslItem): string {
    const { specimen, shape } = specimens(item, this.#printed);
    let pattern = this.#patterns.get(shape);
    if (pattern === undefined) {
      pattern = this.#patternOf(specimen);
      this.#patterns.set(shape, pattern);
    }
    return pattern ? fill(pattern, specimen, this.#months) : this.#direct(item);
  }

  #patternOf(specimen: Specimen): Pattern | null {
    // A digit that is no stand-in could be taken for one.
    const kept = JSON.stringify({ ...specimen.item, issued: 0, accessed: 0 });
    if (/[1-9]/.test(kept)) return null;
    const pattern = patternOf(this.#marked(specimen.item));
    const trial = trialOf(specimen);
    return fill(pattern, trial, this.#months) === this.#direct(trial.item) ? pattern : null;
  }
}

/** The specimen with other words and days in its slots, as an item and as what fills them. */
function trialOf({ item, texts }: Specimen): Specimen {
  const trial = [...texts];
  const whole = JSON.stringify(item).replace(new RegExp(textMark, 'g'), (mark, slot: string) => {
    const at = slotOf(slot);
    const kind = mark.replace(slot, '');
    trial[at] = /^https?:/.test(texts[at] ?? '')
      ? `https://x.example/${at}/`
      : (trialTexts[kind] ?? '');
    return trial[at];
  });
  const filled: CslItem = JSON.parse(whole);
  filled.issued = { 'date-parts': [trialDates.issued] };
  if (filled.accessed) filled.accessed = { 'date-parts': [trialDates.accessed] };
  return { item: filled, texts: trial, dates: trialDates };
}
