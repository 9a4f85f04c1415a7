import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { Archive } from '../model/archive.ts';
import type { Note, Transcript, Turn } from '../model/transcript.ts';
import { withoutControls } from '../model/visible.ts';
import type { ExportFile } from './export-file.ts';

/** Prints the Markdown of exports, and of what was read from them, in the same way. */
export const markdownPrinter = unified()
  .use(remarkFrontmatter)
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' })
  .freeze();

/** Each transcript as Markdown with its facts as YAML front matter, `<transcript>.md`. */
export function* markdown({ transcripts }: Pick<Archive, 'transcripts'>): Generator<ExportFile> {
  for (const transcript of transcripts) {
    yield { path: `${transcript.id}.md`, bytes: markdownOf(transcript) };
  }
}

/**
 * A transcript as Markdown, by way of a tree: words that look like markup are escaped.
 *
 * A heading for each exchange is its number; before the first words of a turn stands its label in bold.
 */
export const markdownOf = (transcript: Transcript): string =>
  markdownPrinter.stringify(treeOf(transcript));

/** The tree of the Markdown of a transcript. */
export function treeOf(transcript: Transcript): Root {
  const { id, title, date, language, source, institution, url, publisher } = transcript;
  const facts = { id, title, date, language, source, institution, url, publisher };
  return {
    type: 'root',
    children: [
      { type: 'yaml', value: withoutControls(stringify(facts, { lineWidth: 0 }).trimEnd()) },
      { type: 'heading', depth: 1, children: [{ type: 'text', value: oneLine(title) }] },
      ...transcript.children.flatMap((child): RootContent[] => {
        if (child.type !== 'exchange') return blocks(child);
        const heading = { type: 'text', value: child.n } as const;
        return [
          { type: 'heading', depth: 2, children: [heading] },
          ...child.children.flatMap(blocks),
        ];
      }),
    ],
  };
}

function blocks(child: Turn | Note): RootContent[] {
  if (child.type === 'note') return emphasized(child.value);
  const labelled = child.children.findIndex(({ type }) => type === 'paragraph');
  const label = oneLine(child.label ?? '');
  const words = child.children.flatMap((it, index): RootContent[] => {
    if (it.type === 'note') return emphasized(it.value);
    return paragraph(index === labelled ? label : '', oneLine(it.value));
  });
  return labelled < 0 ? [...paragraph(label, ''), ...words] : words;
}

/** Words with the label before them in bold; nothing where there is neither. */
function paragraph(label: string, words: string): RootContent[] {
  const said = label === '' ? words : [':', words].join(words === '' ? '' : ' ');
  const strong: PhrasingContent[] =
    label === '' ? [] : [{ type: 'strong', children: [{ type: 'text', value: label }] }];
  if (said === '') return [];
  return [{ type: 'paragraph', children: [...strong, { type: 'text', value: said }] }];
}

function emphasized(note: string): RootContent[] {
  const value = oneLine(note);
  if (value === '') return [];
  const emphasis: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value }] };
  return [{ type: 'paragraph', children: [emphasis] }];
}

/** Markdown folds line feeds, cuts outer white space and holds no NUL: a stored line is one line here. */
const oneLine = (text: string): string =>
  withoutControls(
    text
      .replaceAll('\u0000', '\ufffd')
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
  );
