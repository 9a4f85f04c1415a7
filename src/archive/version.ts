import { readText } from './folder.ts';
import { readYaml } from './yaml.ts';

/** The newest form of a content folder that this Lectern knows. */
const newest = 1;

/** Throws where site.yaml says that the content folder is of a newer Lectern. */
export async function needVersion(content: string): Promise<void> {
  const ignore = () => {};
  const text = await readText(content, 'site.yaml', ignore);
  const yaml = text === undefined ? undefined : readYaml(text, 'site.yaml', ignore);
  const { value } = yaml ?? {};
  if (typeof value !== 'object' || value === null || !('version' in value)) return;
  const { version } = value;
  if (typeof version !== 'number' || version <= newest) return;
  throw new Error(
    `Cannot read an archive of version ${version} with a Lectern that knows version ${newest}: install a newer one (${content}/site.yaml)`,
  );
}
