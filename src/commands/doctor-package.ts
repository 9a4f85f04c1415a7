import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { bad, type Finding, good, odd } from './finding.ts';

const manifest = z.object({
  name: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** Whether a server could install what an archive's package.json names, as its workflows do. */
export async function packageOf(folder: string): Promise<Finding> {
  const text = await readFile(path.join(folder, 'package.json'), 'utf8').catch(() => null);
  if (text === null) return good('no package.json beside content/: no workflow installs from it');
  const found = manifest.safeParse(jsonOf(text));
  if (!found.success) return bad('package.json is none', 'npx lectern init writes one');
  const { name, dependencies } = found.data;
  const spec = dependencies.lectern;
  if (name === 'lectern') return good('this is Lectern itself');
  if (spec === undefined)
    return odd('package.json does not name lectern', 'npm install, with the address of Lectern');
  if (/^(?:file:)?\.\.\//.test(spec))
    return bad(
      `No server can get \`${spec}\`, which lies outside this folder`,
      'copy it into vendor/ and npm install ./vendor/<file>',
    );
  const locked = await access(path.join(folder, 'package-lock.json')).then(
    () => true,
    () => false,
  );
  return locked
    ? good(`package.json and its lockfile name lectern: ${spec}`)
    : bad('npm ci cannot run without package-lock.json', 'npm install --package-lock-only');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
