import { apiFiles } from '../src/site/api-files.ts';
import type { Catalogue } from '../src/site/catalogue.ts';
import { fileOf, Here } from '../src/site/here.ts';
import { type Html, html } from '../src/site/html.ts';
import type { Offered } from '../src/site/offered.ts';
import { say } from '../src/site/say.ts';
import type { Sheet } from '../src/site/select.ts';
import { strings } from '../src/site/strings.ts';
import { frame } from './parts/frame.ts';

/** The data pack, if one stands beside the site, and the files of the API. */
export const data = {
  pagination: { data: 'sheets.data', size: 1, alias: 'it' },
  permalink: ({ it }: { it: Sheet }) => fileOf(it.path),
  eleventyExcludeFromCollections: true,
};

export function render({ catalogue }: { catalogue: Catalogue }): string {
  const here = new Here('/data/');
  const main = html`<article class="row doc">
<h1>${say(strings.dataTitle)}</h1>
<div class="prose text"><p>${say(strings.dataLead)} <a href="${here.to('/sources/')}">${say(strings.sources)}</a></p>
<section aria-labelledby="pack"><h2 id="pack">${say(strings.packTitle)}</h2>
${catalogue.pack ? pack(here, catalogue.pack) : html`<p class="quiet">${say(strings.packNone)}</p>`}
</section>
<section aria-labelledby="api"><h2 id="api">${say(strings.apiTitle)}</h2>
<p class="quiet">${say(strings.apiLead)}</p>
${api(here)}
</section></div>
</article>`;
  return frame(
    catalogue,
    { here, title: strings.dataTitle, description: strings.dataLead[catalogue.language] },
    main,
  );
}

function pack(here: Here, { version, resources }: Offered): Html {
  const [day = '', count = ''] = version.split('+');
  const parquet = resources.filter(({ path }) => path.startsWith('parquet/'));
  const shown = resources.filter((file) => !parquet.includes(file) && !/^schema\//.test(file.path));
  const rows = shown.map(({ path, bytes, hash }) => [
    html`<a class="plain" href="${here.to(`/data/${path}`)}">${path}</a>`,
    size(bytes),
    html`<code class="digest">${hash.replace('sha256:', '')}</code>`,
  ]);
  const bytes = parquet.reduce((sum, file) => sum + file.bytes, 0);
  return html`<p class="quiet">${say(strings.packUntil(day, Number(count).toLocaleString('en')))} ${say(strings.packCheck)}</p>
<table><thead><tr><th>${say(strings.file)}</th><th>${say(strings.size)}</th><th>SHA-256</th></tr></thead>
<tbody>${rows.map(([file, of, sum]) => html`<tr><td>${file}</td><td>${of}</td><td>${sum}</td></tr>\n`)}</tbody></table>
<p class="quiet">${say(strings.packParquet(parquet.length))}, ${size(bytes)}. <a href="${here.to('/data/datapackage.json')}">datapackage.json</a> · <a href="${here.to('/data/SHA256SUMS')}">SHA256SUMS</a></p>`;
}

function api(here: Here): Html {
  const rows = apiFiles.map(
    ({ path, schema, says }) =>
      html`<tr><td><code>${path.replace('/api/v1/', '')}</code></td><td>${say(says)}</td><td><a class="plain" href="${here.to(`/api/v1/schema/${schema}.json`)}">${schema}</a></td></tr>\n`,
  );
  return html`<p class="quiet"><a href="${here.to('/api/v1/index.json')}">/api/v1/index.json</a></p>
<table><thead><tr><th>${say(strings.file)}</th><th>${say(strings.holds)}</th><th>${say(strings.schema)}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

/** A size as people read it, in the units that disks are sold in. */
function size(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
