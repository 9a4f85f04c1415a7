import type { Here } from '../../src/site/here.ts';
import { type Child, html } from '../../src/site/html.ts';
import type { Leaf } from '../../src/site/leaves.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';

/** Links to the newer and the older leaf of a listing. */
export function leafLinks(
  here: Here,
  { newer, older }: Pick<Leaf<unknown>, 'newer' | 'older'>,
): Child {
  if (!newer && !older) return null;
  return html`<nav class="row next" aria-labelledby="leaves"><span class="vh" id="leaves">${say(strings.pages)}</span>
${newer && html`<a class="plain" href="${here.to(newer)}" rel="prev">← ${say(strings.newer)}</a>\n`}${older && html`<a class="plain" href="${here.to(older)}" rel="next">${say(strings.older)} →</a>\n`}</nav>`;
}
