import type { Archive } from '../model/archive.ts';
import type { Note, Transcript, Turn } from '../model/transcript.ts';
import { withoutControls } from '../model/visible.ts';
import type { ExportFile } from './export-file.ts';

/** Each transcript as plain text, `<transcript>.txt`: what a page shows, without its site. */
export function* text({ transcripts }: Pick<Archive, 'transcripts'>): Generator<ExportFile> {
  for (const transcript of transcripts) {
    yield { path: `${transcript.id}.txt`, bytes: withoutControls(textOf(transcript)) };
  }
}

function textOf({ title, date, url, publisher, children }: Transcript): string {
  const facts = [title, date, publisher, url].filter((line) => line !== '').join('\n');
  const blocks = children.flatMap((child) =>
    child.type === 'exchange' ? [`[${child.n}]`, ...child.children.map(block)] : [block(child)],
  );
  return `${[facts, ...blocks].join('\n\n')}\n`;
}

function block(child: Turn | Note): string {
  if (child.type === 'note') return child.value;
  const words = child.children.map(({ value }) => value).join('\n');
  return child.label === null ? words : `${child.label}: ${words}`;
}
