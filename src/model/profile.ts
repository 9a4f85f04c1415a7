import { z } from 'zod';
import { dangerOf } from './pattern/danger.ts';

/** A regular expression as YAML holds it; compiled with the `u` flag. */
export const pattern = z.string().check((context) => {
  try {
    new RegExp(context.value, 'u');
    const danger = dangerOf(context.value);
    if (danger !== null)
      context.issues.push({
        code: 'custom',
        input: context.value,
        message: `Expected a pattern that is quick on any text, got \`${context.value.slice(0, 80)}\`: ${danger}`,
      });
  } catch (cause) {
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `Expected a regular expression, got \`${context.value}\`: ${cause instanceof Error ? cause.message : ''}`,
    });
  }
});

/** The ways a page can print a label before what is said. */
export const labelShape = z.enum([
  'colon', // X：text, or X： on a line of its own
  'lenticular', // 【X】text, 【X】：text
  'bracket', // [X]text
  'round', // （X）text
  'angle', // <X>text
  'spaces', // Q    text: a marker, two or more (no-break) spaces or one, no colon
  'dot-dash', // X.- text
  'dash', // X - text
  'caps-dot', // CHAIR X. text
  'timestamp', // X: (00:12), X (00:12):
  'bold', // a wholly bold paragraph is a question, the next plain one its answer
]);
export type LabelShape = z.infer<typeof labelShape>;

/** Which labels take which role, in the order they are asked: markers, asker, then the page's own roster. */
const roleRules = z.strictObject({
  /** Whole labels that open a question whoever asks, such as 问, Q, QUESTION. */
  question: z.array(z.string()).default([]),
  /** Whole labels that ask on in the same exchange, such as 追问. */
  followUp: z.array(z.string()).default([]),
  /**
   * Whole labels that ask without a name, such as 记者: on a page that names its askers they are
   * dialogue in the exchange at hand, on any other page they open one.
   */
  bare: z.array(z.string()).default([]),
  /** Whole labels that answer, such as 答, A. */
  answer: z.array(z.string()).default([]),
  /**
   * Patterns of labels that ask; the group `outlet` holds the outlet as printed, and where the group
   * `followUp` takes part the question asks on in the same exchange.
   */
  asker: z.array(pattern).default([]),
  /** Patterns over the end of a question whose group `outlet` says who asked, such as （연합뉴스 기자). */
  signature: z.array(pattern).default([]),
  /** Patterns of labels that answer, such as a post or a form of address before a name; the group `name` is the name. */
  speaker: z.array(pattern).default([]),
  /**
   * Patterns of labels that lead the conference and neither ask nor answer: their turns are statements,
   * inside the exchange where an answer follows, between exchanges otherwise.
   */
  host: z.array(pattern).default([]),
  /** Patterns over title, heading lines and opening whose group `name` is someone who answers. */
  roster: z.array(pattern).default([]),
});

const lineRule = z.strictObject({
  /** The name that a message reports a line under. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  pattern,
  /** `opening`: the rule holds only before the first labelled turn, where prose announces the record. */
  where: z.enum(['opening', 'anywhere']).default('anywhere'),
});

/** How pages of a kind are read: a dialect is a whole profile, a source may override any field. */
export const profile = z.strictObject({
  /** Selectors of the title; the first that matches with text wins. */
  title: z.array(z.string()).default([]),
  /** Selectors of the body; the first that matches with text wins, all of its matches are read. */
  body: z.array(z.string()).default([]),
  /** Selectors inside the body that are not the record: share buttons, scripts, page tools. */
  drop: z.array(z.strictObject({ id: z.string(), selector: z.string() })).default([]),
  shapes: z.array(labelShape).default([]),
  /** Shapes of one's own, tried after those: patterns over the start of a line whose group `label` is the label. */
  labels: z.array(pattern).default([]),
  /** What may stand before a label, printed with it but not looked at for its role: ▲, 一、. */
  prefixes: z.array(pattern).default([]),
  roles: roleRules.prefault({}),
  /** Lines that are words of the page but not of the conference, dropped and reported. */
  noise: z.array(lineRule).default([]),
  /** Lines of the record that nobody speaks, kept as notes. */
  notes: z.array(lineRule).default([]),
  /** Inline stage directions, marked by a span and left in the text. */
  directions: z.array(pattern).default([]),
  /** Lines after which nothing before the next question is an answer; one that is no note opens the statement itself. */
  closing: z.array(pattern).default([]),
  /** Where the date is looked for, in the order in which a find wins. */
  dates: z
    .array(
      z.strictObject({
        from: z.enum(['title', 'body', 'meta', 'url']),
        /** Selector (meta) to look in; the attribute `content` or `datetime` or the text is read. */
        selector: z.string().optional(),
        /**
         * Groups year, month, day; `year` may be missing where another rule gives it, `month` may be
         * an English or Spanish or French name, and the group `era` makes `year` a year of that era;
         * without the group `day` it gives year and month of a day that is named elsewhere.
         */
        pattern,
        /** Whether the rule is asked only where the others together give no day and year. */
        otherwise: z.boolean().optional(),
      }),
    )
    .default([]),
  /** Titles and addresses that say what a page is; the first match decides. */
  kinds: z
    .array(
      z.strictObject({
        kind: z.enum(['conference', 'written-answer', 'other']),
        title: pattern.optional(),
        body: pattern.optional(),
        reason: z.string().optional(),
      }),
    )
    .default([]),
  /** Patterns over the whole body that say the record is an extract. */
  partial: z.array(pattern).default([]),
  /** Most letters and digits that the questions of an exchange have together where it is slight, and a fifth of the most that its answers have; none is where this is missing. */
  slight: z.int().nonnegative().optional(),
  /**
   * How numbered parts of a question are told, and how answers refer to them: the group `n` is the
   * number as printed (一, 2, second), the group `last` stands for the last part.
   */
  parts: z
    .strictObject({
      question: z.array(pattern).default([]),
      answer: z.array(pattern).default([]),
    })
    .prefault({}),
});
export type Profile = z.infer<typeof profile>;
/** A profile as written, every field optional. */
export type ProfileInput = z.input<typeof profile>;
