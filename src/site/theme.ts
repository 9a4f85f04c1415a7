import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { absent } from './state.ts';

/** Lectern's templates, and an archive's own folder whose files stand in for those of the same name. */
export interface Theme {
  templates: string;
  own: string;
}

/**
 * The file that an import means: the theme's of that name, or Lectern's. A file of the theme imports as
 * if it lay in Lectern's place, and by its own name it gets Lectern's. Null where neither is concerned.
 */
export function themedFile(
  wanted: string,
  importer: string | null,
  { templates, own }: Theme,
): string | null {
  const from = [own, templates].find((folder) => importer?.startsWith(folder + path.sep));
  if (!path.isAbsolute(wanted) && !(from && wanted.startsWith('.'))) return null;
  const target = importer ? path.resolve(path.dirname(importer), wanted) : wanted;
  const name = path.relative(from ?? templates, target);
  const twin = path.join(own, name);
  if (!name.startsWith('..') && twin !== importer && existsSync(twin)) return twin;
  return from === own ? path.join(templates, name) : null;
}

/** Let every import of a template from now on go by the theme; for the rest of this process. */
export function followTheme(theme: Theme): void {
  register(pathToFileURL(path.join(import.meta.dirname, 'theme-hook.ts')), { data: theme });
}

/** The same for the bundler of style sheets and scripts. */
export const themePlugin = (theme: Theme): Plugin => ({
  name: 'theme',
  setup({ onResolve }) {
    onResolve({ filter: /^[./]/ }, ({ path: wanted, importer }) => {
      const file = themedFile(wanted, importer || null, theme);
      return file === null ? null : { path: file };
    });
  },
});

/**
 * The theme in a folder; null where there is no such folder. Throws on a page template that Lectern has
 * not, for nothing would ever ask for it.
 */
export async function themeIn(templates: string, own: string): Promise<Theme | null> {
  const names = await readdir(own, { recursive: true }).catch(absent);
  if (names === null) return null;
  const stray = names.find(
    (name) => name.endsWith('.11ty.ts') && !existsSync(path.join(templates, name)),
  );
  if (stray === undefined) return { templates, own };
  throw new Error(
    `Expected a theme of files that Lectern has, got \`${path.join(own, stray)}\`: their names are those in ${templates}`,
  );
}
