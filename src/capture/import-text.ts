import { decode } from './decode.ts';
import { pageForm } from './import-resource.ts';

const header = /^(?:title|url|author|content):/;

/** A text document that begins with header lines `title: url: author: content:`. */
export const textForm = pageForm({
  name: 'a text document',
  mediaType: 'text/plain',
  fits: (head) => header.test(decode(head).text),
  addressIn: (text) => headerLines(text).find(([name]) => name === 'url')?.[1],
  cure: 'add a header line `url: https://…`',
});

/** Header lines up to `content:`, after which everything is the page. */
function headerLines(text: string): [name: string, value: string][] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => /^content:/.test(line) || !header.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1)];
  });
}
