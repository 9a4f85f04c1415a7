import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainPages } from './plain-pages.ts';

/** Whether Hugo is installed; Debian has it as `hugo`. */
export const hasHugo = (): boolean => spawnSync('hugo', ['version']).status === 0;

const config =
  'baseURL = "https://archive.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404"]\n';

/**
 * Makes a Hugo site of the pages that the floor makes, each a file of front matter for one layout;
 * the command that builds it. Neither sections nor feeds, which would come on top.
 */
export function hugoSite(content: string, folder: string, pages: number, filler: number): string[] {
  const rest = '.'.repeat(filler);
  put(path.join(folder, 'config.toml'), config);
  put(
    path.join(folder, 'layouts/_default/single.html'),
    `<!DOCTYPE html><html lang="{{ .Params.lang_ }}"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ range .Params.lines }}<p><b>{{ .label }}</b> {{ if .to }}<a href="{{ .to }}">{{ .text }}</a>{{ else }}{{ .text }}{{ end }}</p>
{{ end }}<p>${rest}</p></html>`,
  );
  for (const { path: at, title, language, lines } of plainPages(content, pages)) {
    const matter = { title, url: at, lang_: language, lines };
    put(path.join(folder, 'content', `${at.slice(1, -1)}.md`), `${JSON.stringify(matter)}\n`);
  }
  return ['hugo', '--quiet', '--source', folder, '--destination', path.join(folder, 'public')];
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
