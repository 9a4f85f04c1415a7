import path from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import { gather } from './src/archive/gather.ts';
import { assetsOf } from './src/site/assets.ts';
import { Catalogue } from './src/site/catalogue.ts';
import { styleFiles } from './src/site/citing.ts';
import { lectern, templatesFolder } from './src/site/eleventy.ts';

/** For `eleventy --config=.eleventy.ts` by hand: the pages alone of ./content; `lectern build` makes the whole site. */
export default async function config(user: UserConfig) {
  const archive = await gather(path.resolve('content'));
  const assets = await assetsOf(path.join(templatesFolder, 'assets'));
  const catalogue = new Catalogue(archive, assets, await styleFiles());
  lectern(user, catalogue, catalogue.sheets);
  return { dir: { input: 'templates' } };
}
