import { type FileWindow, openWindow } from './file-window.ts';
import { htmlForm } from './import-html.ts';
import { markdownForm } from './import-markdown.ts';
import { textForm } from './import-text.ts';
import { warcForm } from './import-warc.ts';
import type { Form, Found, ImportedFile } from './imported-file.ts';
import type { Fault } from './read-warc.ts';
import { refusalOf } from './refusal.ts';

/** What a file turned out to hold: captures, damaged places, or nothing that can be imported. */
export type Reading =
  | { kind: 'found'; found: Found }
  | { kind: 'damaged'; offset: number; reason: string }
  | { kind: 'refused'; reason: string };

/** What a person says of a file that does not say it itself. */
export type Told = Pick<ImportedFile, 'url' | 'date'>;

/** First to fit wins; a WARC is known by its first bytes, the others by how their text begins. */
const forms: Form[] = [warcForm, textForm, markdownForm, htmlForm];

const headSize = 1 << 12;

/** Reads a file of any form, told by its content and not by its name. Never throws for its content. */
export async function* readFile(
  path: string,
  started: string,
  { url, date }: Told = {},
): AsyncGenerator<Reading> {
  let window: FileWindow | null = null;
  const faults: Fault[] = [];
  const damages = () => faults.splice(0).map(asDamage);
  try {
    window = await openWindow(path);
    const head = await window.read(0, headSize);
    const form = formOf(head);
    const file = {
      path,
      window,
      head,
      started,
      ...(url !== undefined && { url }),
      ...(date !== undefined && { date }),
    };
    for await (const found of form.read(file, (fault) => faults.push(fault))) {
      yield* damages();
      yield { kind: 'found', found };
    }
    yield* damages();
  } catch (cause) {
    yield* damages();
    yield { kind: 'refused', reason: reasonOf(cause) };
  } finally {
    await window?.close();
  }
}

function formOf(head: Buffer): Form {
  if (warcForm.fits(head)) return warcForm;
  const refusal = refusalOf(head);
  if (refusal !== null) throw new Error(refusal);
  const form = forms.find((it) => it.fits(head));
  if (form) return form;
  throw new Error(
    'Expected a WARC, a saved HTML page, Markdown with front matter or text that begins with `title:`, got something else',
  );
}

const asDamage = ({ offset, reason }: Fault): Reading => ({ kind: 'damaged', offset, reason });

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && cause.code === 'ENOENT'
    ? 'Expected a file, got a name that does not exist'
    : cause.message;
}
