import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const program = path.join(import.meta.dirname, '../..');

/** What npm notes of the packages that it installed, as far as this asks. */
const installed = z.object({
  packages: z.record(z.string(), z.object({ resolved: z.string().optional() })),
});

/**
 * Write this Lectern and all that it needs into an archive's package.json and package-lock.json, so that
 * `npm ci` gives the same program anywhere. Where `npx` would find no Lectern above the archive it is
 * installed too: npx would ask npm's registry for whatever has its name there. Throws where npm ends
 * badly, with the first it said.
 */
export async function depend(folder: string): Promise<void> {
  const from = await origin();
  const spec = from ?? `./${await vendor(folder)}`;
  const only = (await isFoundByNpx(folder)) ? ['--package-lock-only'] : [];
  await npm(folder, 'install', ...only, '--save-exact', spec);
}

/** Whether npx, which looks in a folder and in all above it, finds a program of this name. */
async function isFoundByNpx(folder: string): Promise<boolean> {
  const bin = path.join(folder, 'node_modules/.bin/lectern');
  const found = await access(bin).then(
    () => true,
    () => false,
  );
  const above = path.dirname(folder);
  return found || (above !== folder && isFoundByNpx(above));
}

/** The address that a server can get this program from; null for one that came from this machine. */
async function origin(): Promise<string | null> {
  const modules = path.dirname(program);
  if (path.basename(modules) !== 'node_modules') return null;
  const text = await readFile(path.join(modules, '.package-lock.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { packages } = installed.parse(JSON.parse(text));
  const { resolved } = packages[`node_modules/${path.basename(program)}`] ?? {};
  return resolved !== undefined && /^(?:https?|git\+\w+):/.test(resolved) ? resolved : null;
}

/** Pack the program into the archive, which then carries it in git; its path there. */
async function vendor(folder: string): Promise<string> {
  await mkdir(path.join(folder, 'vendor'), { recursive: true });
  const said = await npm(
    program,
    'pack',
    '--json',
    '--pack-destination',
    path.join(folder, 'vendor'),
  );
  const [packed] = z.tuple([z.object({ filename: z.string() })]).parse(JSON.parse(said));
  return `vendor/${packed.filename}`;
}

/** Run npm quietly; what it printed. */
async function npm(cwd: string, ...args: string[]): Promise<string> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn('npm', [...args, ...quiet], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const [code] = await once(child, 'close');
  if (code === 0) return said.out;
  throw new Error(said.err.trim().split('\n')[0] ?? `npm ended with code ${code}`);
}
