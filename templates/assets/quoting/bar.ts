import { quote } from '../../../src/site/quote.ts';
import { fragmentOf, selectorOf } from '../../../src/site/quote-link.ts';
import { say } from './say.ts';
import { hosts, selectedIn, wordsIn } from './text.ts';

const root = document.documentElement;
let bar: HTMLElement | null = null;

/** Offers a link to the selected words; `keys.ts` copies what stands on the root element. */
export function offerLink(): void {
  const selection = getSelection();
  // A press of one of the buttons themselves changes nothing.
  if (bar?.contains(document.activeElement) && selection?.isCollapsed) return;
  bar?.remove();
  bar = null;
  delete root.dataset.quoted;
  delete root.dataset.selector;
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const [host, ...more] = hosts().filter((it) => range.intersectsNode(it) && selectedIn(it, range));
  const span = host && more.length === 0 && selectedIn(host, range);
  if (!span) return;
  const { text } = wordsIn(host);
  const made = quote(text, ...span, host.dataset.version ?? '');
  if (made) {
    const address = addressOf(host);
    root.dataset.quoted = address + fragmentOf(made);
    root.dataset.selector = JSON.stringify(selectorOf(made, text.slice(...span), address));
  }
  bar = made ? buttons(host) : note();
  document.body.append(bar);
}

/** The page of an exchange, or of the transcript where the words are outside of any, as it is cited. */
function addressOf(host: Element): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const number = host.id === '' ? null : host.querySelector('.no');
  const own = number?.getAttribute('href') ?? '';
  return new URL(own, canonical ?? location.href).href.split('#')[0] ?? '';
}

function buttons(host: HTMLElement): HTMLElement {
  const made = document.createElement('div');
  made.className = 'quoting';
  made.setAttribute('role', 'toolbar');
  made.setAttribute('aria-label', say('所选文字', 'The selected words'));
  const words: [string, string][] = [
    ['link', say('复制所选文字的链接', 'Copy link to these words')],
    ['quotation', say('复制引文与出处', 'Copy quotation with citation')],
    ['selector', say('复制 TextQuote', 'Copy as TextQuote')],
  ];
  made.append(...words.map(([copy, label]) => button(label, { copy })));
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-file]')) {
    const { cites = '', format = '' } = dataset;
    made.append(button(format, { ...dataset, cites: citedIn(host, cites) }));
  }
  return made;
}

/** The id of the exchange that holds the words, on its own page and on that of its transcript. */
function citedIn(host: HTMLElement, own: string): string {
  const [, number] = /^q(.+)/.exec(host.id) ?? [];
  return number && own.split('/').length === 2 ? `${own}/${number}` : own;
}

function button(label: string, dataset: DOMStringMap): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  Object.assign(made.dataset, dataset);
  made.textContent = label;
  // Pressing must not take the selection away, by mouse or by touch.
  made.addEventListener('pointerdown', (event) => event.preventDefault());
  return made;
}

function note(): HTMLElement {
  const made = document.createElement('p');
  made.className = 'quoting';
  made.setAttribute('role', 'status');
  made.textContent = say(
    '所选文字及其前后在此处重复出现，无法单独链接；请多选一些。',
    'These words and their surroundings stand here more than once and cannot be linked alone; select more.',
  );
  return made;
}
