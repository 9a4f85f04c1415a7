import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainPages } from './plain-pages.ts';

/*
 * The floor: a plain script that makes a page of every exchange, transcript and listing by template
 * literals and writes it, as many pages and bytes as the site has.
 *   node --import tsx bench/floor.ts CONTENT OUTPUT PAGES FILLER, the last the length of what stands on every page
 */
const [content = '', output = '', pages = '', filler = ''] = process.argv.slice(2);
const rest = '.'.repeat(Number(filler));

const escaped = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`) : text;

for (const { path: at, title, language, lines } of plainPages(content, Number(pages))) {
  const folder = path.join(output, at);
  mkdirSync(folder, { recursive: true });
  const rows = lines
    .map(({ label, text, to }) =>
      to
        ? `<p><b>${escaped(label)}</b> <a href="${to}">${escaped(text)}</a></p>`
        : `<p><b>${escaped(label)}</b> ${escaped(text)}</p>`,
    )
    .join('\n');
  writeFileSync(
    path.join(folder, 'index.html'),
    `<!DOCTYPE html><html lang="${language}"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>${rows}<!--${rest}--></html>`,
  );
}
