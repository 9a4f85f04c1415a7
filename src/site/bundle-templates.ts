import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { templatesFolder } from './eleventy.ts';
import { type Theme, themedFile } from './theme.ts';

const extension = '.11ty.ts';

/**
 * Copies of the page templates as they are now, each with its parts, below a folder that was not there before:
 * the kind of sheets that a template pages through → the folder that holds it alone. Node keeps the first
 * version of every module that it reads, so an edited part is seen by another name alone. What they import
 * of `src` is what this process has. Throws what esbuild says of a faulty one.
 */
export async function bundleTemplates(
  to: string,
  theme: Theme | null,
): Promise<Map<string, string>> {
  const names = (await readdir(templatesFolder))
    .filter((file) => file.endsWith(extension))
    .map((file) => path.basename(file, extension));
  await build({
    entryPoints: names.map((name) => ({
      in: path.join(templatesFolder, name + extension),
      out: `${name}/${name}.11ty`,
    })),
    outdir: to,
    outExtension: { '.js': '.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [fromHere(theme ?? { templates: templatesFolder, own: templatesFolder })],
  });
  await writeFile(path.join(to, 'package.json'), '{"type":"module"}\n');
  return new Map(await Promise.all(names.map((name) => kindIn(path.join(to, name), name))));
}

/** What a copied template pages through: the `sheets.<kind>` of its data. */
async function kindIn(folder: string, name: string): Promise<[kind: string, folder: string]> {
  const text = await readFile(path.join(folder, name + extension), 'utf8');
  const [, kind] = /["']sheets\.(\w+)["']/.exec(text) ?? [];
  if (kind === undefined)
    throw new Error(`Expected pagination through sheets in ${name}${extension}, got none`);
  return [kind, folder];
}

/** Templates and parts go into the bundle, a theme's in the place of ours; all else is imported from where it lies. */
const fromHere = (theme: Theme): Plugin => ({
  name: 'from-here',
  setup({ onResolve }) {
    onResolve({ filter: /^/ }, ({ path: wanted, importer }) => {
      const from = importer || null;
      const file = themedFile(wanted, from, theme) ?? plainFile(wanted, from);
      if (file === null) return { path: import.meta.resolve(wanted), external: true };
      const isTemplate = [theme.templates, theme.own].some((it) => file.startsWith(it + path.sep));
      return isTemplate ? { path: file } : { path: pathToFileURL(file).href, external: true };
    });
  },
});

/** The file that an import names; null for a package. */
function plainFile(wanted: string, importer: string | null): string | null {
  if (path.isAbsolute(wanted)) return wanted;
  return importer && wanted.startsWith('.') ? path.resolve(path.dirname(importer), wanted) : null;
}
