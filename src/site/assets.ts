import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** A style sheet or script as pages name it. */
export interface Asset {
  /** Site path with a hash of the content in the name. */
  path: string;
  /** Subresource Integrity. */
  integrity: string;
  bytes: Uint8Array;
}

/** Every style sheet, script and picture of a folder, bundled and minified, by its file name. */
export async function assetsOf(folder: string): Promise<Map<string, Asset>> {
  const names = (await readdir(folder)).filter((name) => /\.(?:css|svg|ts)$/.test(name)).sort();
  const built = await build({
    entryPoints: names.map((name) => path.join(folder, name)),
    outdir: '/assets',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    // Older WebViews that Chinese readers still use.
    target: ['es2019', 'chrome87', 'safari14.1', 'firefox78'],
    supported: { nesting: false },
    charset: 'utf8',
    loader: { '.svg': 'copy' },
    logLevel: 'silent',
  });
  return new Map(
    built.outputFiles.map((file) => {
      const { name, ext } = path.parse(file.path);
      const hash = createHash('sha256').update(file.contents).digest('hex').slice(0, 10);
      const integrity = createHash('sha384').update(file.contents).digest('base64');
      return [
        name + ext,
        {
          path: `/assets/${name}.${hash}${ext}`,
          integrity: `sha384-${integrity}`,
          bytes: file.contents,
        },
      ];
    }),
  );
}
