import type { Correction } from '../../src/model/correction.ts';
import type { Names } from '../../src/model/names.ts';
import type { Transcript } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import { type Child, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

type Change = Correction['blocks'][number];

/** Why a hand corrected how a page is read, and which of its blocks, named by their first words. */
export function correctionOf(
  { archive }: Catalogue,
  { id, language }: Pick<Transcript, 'id' | 'language'>,
): Child {
  const correction = archive.corrections.get(id);
  if (!correction) return null;
  const { reason, blocks } = correction;
  const lines = blocks.map(
    (change) =>
      html`<li><span lang="${language}">“${change.starts}”</span> ${changeWords(change)}</li>\n`,
  );
  return html`${reason}${lines.length > 0 && html`\n<ul>\n${lines}</ul>\n`}`;
}

function changeWords({ as: kind, label, split, join }: Change): Child {
  const done: Names[] = [];
  if (join) done.push(strings.correctedJoin);
  if (split) done.push(strings.correctedSplit(split.length + 1));
  if (kind) done.push(strings.correctedAs[kind]);
  const by = kind && label !== undefined && say(strings.correctedLabel(label));
  return html`${done.map((one, at) => html`${at > 0 && say(strings.comma)}${say(one)}`)}${by}`;
}
