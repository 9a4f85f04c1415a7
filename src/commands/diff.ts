import { z } from 'zod';
import { gather } from '../archive/gather.ts';
import { namesIn } from '../archive/names-in.ts';
import { compareVersions } from '../ledger/compare.ts';
import { diffSentences } from '../ledger/diff.ts';
import { alignEditions } from '../ledger/editions.ts';
import { sentencesIn } from '../ledger/sentences.ts';
import type { Archive } from '../model/archive.ts';
import type { ExchangeChange, SentenceChange } from '../model/change.ts';
import type { EditionAlignment, EditionFact } from '../model/edition.ts';
import type { Transcript } from '../model/transcript.ts';
import { type Context, command, exitCodes, type Terminal } from './command.ts';
import { report } from './report.ts';

/** `lectern diff A B`: two versions of a transcript, or two editions of a briefing. */
export const diff = command({
  usage: 'diff <a> <b>',
  summary: 'compare two versions of a transcript, or two editions of a briefing',
  details: [
    'A and B are ids of transcripts, such as mfa-zh/2021-01-28, with @v1 for a version; without it the',
    'latest. Two versions are compared word by word; two transcripts are aligned and their differences',
    'listed. In the text [-…-] stands in A only and {+…+} in B only. What is in one and not in the other',
    'is a fact about the pages, and says nothing of a reason.',
  ].join('\n'),
  flags: [['--json', 'print the comparison as JSON']],
  options: z.strictObject({ json: z.boolean().default(false) }),
  async run(args, { json }, context) {
    const archive = await gather(context.content);
    const code = report(archive.problems, context);
    const found = args.map((text) => sideOf(text, archive));
    const [a, b] = found;
    if (!a || !b) {
      const unknown = args.filter((_, at) => !found[at]);
      for (const text of unknown) sayUnknown(text, archive, context);
      return exitCodes.wrongUse;
    }
    const { terminal } = context;
    if (a.id === b.id) {
      const changes = compareVersions(a.children, b.children);
      if (json) terminal.print(JSON.stringify(changes));
      else {
        printSentences(changes.outside, terminal);
        for (const change of changes.exchanges) printChange(change, terminal);
      }
    } else {
      const alignment = alignEditions(a, b, namesIn(archive));
      if (json) terminal.print(JSON.stringify(alignment));
      else printEditions(a, b, alignment, terminal);
    }
    return code;
  },
});

function sideOf(text: string, { transcripts, versions }: Archive): Transcript | null {
  const [id = '', version] = text.split('@');
  const today = transcripts.find((it) => it.id === id);
  if (!today || version === undefined) return today ?? null;
  if (today.versions.length === 1 && today.versions[0]?.id === version) return today;
  const worded = versions.get(id)?.versions.find((it) => it.id === version);
  return worded ? { ...today, children: worded.children } : null;
}

function sayUnknown(text: string, { transcripts }: Archive, { terminal }: Context): void {
  const [id = ''] = text.split('@');
  const today = transcripts.find((it) => it.id === id);
  const known = today?.versions.map((version) => `${id}@${version.id}`).join(', ');
  terminal.say(`Expected ${known ?? 'the id of a transcript'}, got \`${text}\``);
}

function printChange(change: ExchangeChange, terminal: Terminal): void {
  const { n, edited, moved } = change;
  if (change.in === 'both' && !edited && !moved) return;
  const which = { before: 'in A, not in B', after: 'in B, not in A', both: 'in both' }[change.in];
  terminal.print(`${n}: ${which}${moved ? ', in another place' : ''}`);
  printSentences(change.sentences, terminal);
}

function printSentences(sentences: SentenceChange[], terminal: Terminal): void {
  for (const text of sentences.filter(isChange)) {
    terminal.print(`  ${text.runs.map(marked).join('').trim()}`);
  }
}

const isChange = (text: SentenceChange): boolean => text.edited || text.in !== 'both';

const marked = ({ in: side, text }: SentenceChange['runs'][number]): string =>
  ({ both: text, before: `[-${text}-]`, after: `{+${text}+}` })[side];

function printEditions(
  a: Transcript,
  b: Transcript,
  { pairs, facts, unsure }: EditionAlignment,
  terminal: Terminal,
): void {
  const exchanges = [...a.children, ...b.children].filter((child) => child.type === 'exchange');
  const said = (id: string) =>
    sentencesIn(exchanges.find((it) => it.id === id)?.children ?? []).filter(
      ({ role }) => role !== 'label',
    );
  terminal.print(`${pairs.length} exchanges in both`);
  for (const fact of facts) {
    terminal.print(sentence(fact));
    if (fact.kind === 'words') printSentences(diffSentences(said(fact.a), said(fact.b)), terminal);
  }
  for (const id of unsure) terminal.print(`${id}: not aligned`);
}

function sentence(fact: EditionFact): string {
  switch (fact.kind) {
    case 'only-in-a':
      return `${fact.exchange}: in A, not in B${nearest(fact)}`;
    case 'only-in-b':
      return `${fact.exchange}: in B, not in A${nearest(fact)}`;
    case 'statement-only-in-a':
      return `opening words ${fact.at + 1}: in A, not in B${nearest(fact)}`;
    case 'statement-only-in-b':
      return `opening words ${fact.at + 1}: in B, not in A${nearest(fact)}`;
    case 'label':
      return `${fact.a}, ${fact.b}: the asker is ${fact.labels.a ?? 'not named'} in A, ${fact.labels.b ?? 'not named'} in B`;
    case 'words':
      return `${fact.a}, ${fact.b}: the words differ (likeness ${fact.score.toFixed(2)})`;
    case 'order':
      return `${fact.a}, ${fact.b}: in another place`;
  }
}

const nearest = ({ score }: { score: number }): string =>
  ` (likeness of the nearest ${score.toFixed(2)})`;
