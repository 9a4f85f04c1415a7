import path from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import type { Catalogue } from './catalogue.ts';
import type { Sheets } from './select.ts';

/** The folder of this installation's templates. */
export const templatesFolder = path.join(import.meta.dirname, '../../templates');

/** The Eleventy plug-in: TypeScript templates that get the catalogue, and a page for each of the sheets. */
export function lectern(config: UserConfig, catalogue: Catalogue, sheets: Sheets): void {
  // Installed as a package, the templates lie under node_modules and would be passed over in silence.
  config.setUseGitIgnore(false);
  config.ignores.delete('**/node_modules/**');
  config.setFreezeReservedData(false);
  config.addExtension(['11ty.ts'], { key: '11ty.js', useJavaScriptImport: true });
  config.addTemplateFormats('11ty.ts');
  config.addGlobalData('catalogue', catalogue);
  config.addGlobalData('sheets', sheets);
}
