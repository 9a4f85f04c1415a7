import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type Theme, themePlugin } from './theme.ts';

/** A style sheet or script as pages name it. */
export interface Asset {
  /** Site path with a hash of the content in the name. */
  path: string;
  /** Subresource Integrity. */
  integrity: string;
  bytes: Uint8Array;
}

/** Older WebViews that Chinese readers still use. */
const older = ['es2019', 'chrome87', 'safari14.1', 'firefox78'];
/** What search asks for anyway: a stream that unpacks its files, since Safari 16.4 and Firefox 113. */
const newer = ['chrome92', 'safari16.4', 'firefox113'];

/** How files are bundled that need another way than all others: `later` and `quoting` are imported by a script. */
const own: Record<string, BuildOptions> = {
  'search.ts': { format: 'iife', target: newer },
  'later.ts': { format: 'esm', target: newer },
  'quoting.ts': { format: 'esm', target: older },
};

/** Every style sheet, script and picture of a folder, bundled and minified, by its file name; a theme's stand in for them. */
export async function assetsOf(
  folder: string,
  theme: Theme | null = null,
): Promise<Map<string, Asset>> {
  const names = (await readdir(folder)).filter((name) => /\.(?:css|svg|ts)$/.test(name)).sort();
  const plugins = theme ? [themePlugin(theme)] : [];
  const bundles = [
    bundle(
      folder,
      names.filter((name) => !own[name]),
      { format: 'iife', target: older, plugins },
    ),
    ...names.flatMap((name) =>
      own[name] ? bundle(folder, [name], { ...own[name], plugins }) : [],
    ),
  ];
  return new Map((await Promise.all(bundles)).flat());
}

async function bundle(
  folder: string,
  names: string[],
  options: BuildOptions,
): Promise<[name: string, Asset][]> {
  const { outputFiles = [] } = await build({
    ...options,
    entryPoints: names.map((name) => ({
      in: path.join(folder, name),
      out: path.parse(name).name,
    })),
    outdir: '/assets',
    bundle: true,
    minify: true,
    write: false,
    supported: { nesting: false },
    charset: 'utf8',
    loader: { '.svg': 'copy' },
    logLevel: 'silent',
  });
  return outputFiles.map((file) => {
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
  });
}
