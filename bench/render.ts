import path from 'node:path';
import { gather } from '../src/archive/gather.ts';
import { assetsOf } from '../src/site/assets.ts';
import { Catalogue } from '../src/site/catalogue.ts';
import { styleFiles } from '../src/site/citing.ts';
import { templatesFolder } from '../src/site/eleventy.ts';
import { render } from '../src/site/render.ts';
import { Stage } from '../src/site/stage.ts';

/*
 * Every page by Eleventy and nothing else of a build: the archive gathered, the pages rendered and written.
 *   node --import tsx bench/render.ts CONTENT OUTPUT
 */
const [content = '', output = ''] = process.argv.slice(2);
const assets = await assetsOf(path.join(templatesFolder, 'assets'));
const catalogue = new Catalogue(await gather(content), assets, await styleFiles());
console.log(await render(catalogue, new Stage(output, {})));
