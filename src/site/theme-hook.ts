import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Theme, themedFile } from './theme.ts';

// Node runs this module on a thread of its own and asks it about every import.

let theme: Theme = { templates: '', own: '' };

/** What one import is resolved by, as far as a theme looks at it. */
interface Importing {
  parentURL?: string;
}

interface Resolved {
  url: string;
  format?: string;
}

/** Called once by Node with what `followTheme` gave. */
export function initialize(given: Theme): void {
  theme = given;
}

/** Called by Node for every import: the theme's file where it has one, else what Node would take. */
export async function resolve(
  specifier: string,
  context: Importing,
  next: (specifier: string, context: Importing) => Promise<Resolved>,
): Promise<Resolved> {
  const importer = fileOf(context.parentURL);
  const wanted = fileOf(specifier) ?? specifier;
  const file = themedFile(wanted, importer, theme);
  if (file !== null) {
    const found = await next(pathToFileURL(file).href + queryOf(specifier), context);
    // The package.json beside a theme need not say that its files are modules.
    return { ...found, format: 'module' };
  }
  // What a theme imports by a bare name is one of Lectern's own libraries.
  const parent = importer?.startsWith(theme.own) && pathToFileURL(theme.templates).href;
  return next(specifier, parent ? { ...context, parentURL: parent } : context);
}

function fileOf(url: string | undefined): string | null {
  return url?.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : null;
}

const queryOf = (specifier: string): string => /^file:[^?]*(\?.*)$/.exec(specifier)?.[1] ?? '';
