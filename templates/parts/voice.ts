import type { Names } from '../../src/model/names.ts';
import type { Exchange, Transcript, Turn } from '../../src/model/transcript.ts';
import type { Catalogue } from '../../src/site/catalogue.ts';
import type { Here } from '../../src/site/here.ts';
import { type Child, type Html, html } from '../../src/site/html.ts';
import { say } from '../../src/site/say.ts';
import { strings } from '../../src/site/strings.ts';
import { voicesOf } from '../../src/site/voices-of.ts';

/** The label as printed and the outlet it resolves to; the label itself is the link where both are one word. */
export function askerLabel(catalogue: Catalogue, here: Here, turn: Turn, language: string): Child {
  const outlet = catalogue.outletOf(turn);
  const label = turn.label ?? '';
  if (!outlet) return label && html`<span lang="${language}">${label}</span>`;
  const path = catalogue.listingPath({ kind: 'outlets', id: outlet.id });
  const names = outlet.short ?? outlet.names;
  const printed = label && html`<span lang="${language}">${label}</span>`;
  if (!Object.values(names).includes(label)) {
    return html`${printed && html`${printed} `}${outletLink(here, path, names)}`;
  }
  if (path === null) return printed;
  return html`<a class="plain" lang="${language}" href="${here.to(path)}">${label}</a>`;
}

/** Who asks, in few words: the outlet's short name, else the label as printed, else "a reporter". */
export function askerNames(catalogue: Catalogue, exchange: Exchange): Names {
  const { asker } = voicesOf(exchange);
  const outlet = catalogue.outletOf(asker);
  if (outlet) return outlet.short ?? outlet.names;
  if (asker?.label) return { 'zh-Hans': asker.label, en: asker.label };
  return strings.anAsker;
}

/** A link to the outlet that asks, or the label as printed where it names none of ours. */
export function outletTag(catalogue: Catalogue, here: Here, exchange: Exchange): Child {
  const { asker } = voicesOf(exchange);
  const outlet = catalogue.outletOf(asker);
  if (!outlet) return asker?.label && html`<span class="quiet serif">${asker.label}</span>`;
  const path = catalogue.listingPath({ kind: 'outlets', id: outlet.id });
  return outletLink(here, path, outlet.short ?? outlet.names);
}

/** An outlet that has no page is named all the same. */
const outletLink = (here: Here, path: string | null, names: Names): Html =>
  path === null
    ? html`<span class="quiet">${say(names)}</span>`
    : html`<a class="outlet" href="${here.to(path)}">${say(names)}</a>`;

/** Links to the pages of those who answer for the institution. */
export function speakerLinks(catalogue: Catalogue, here: Here, transcript: Transcript): Child {
  return transcript.spokespersons.map((name, index) => {
    const known = catalogue.personOf(name, transcript.institution);
    const path = catalogue.listingPath({ kind: 'speakers', id: known?.id ?? name });
    const shown = known
      ? say(known.names)
      : html`<span lang="${transcript.language}">${name}</span>`;
    const linked = path === null ? shown : html`<a href="${here.to(path)}">${shown}</a>`;
    return html`${index > 0 && say(strings.comma)}${linked}`;
  });
}
