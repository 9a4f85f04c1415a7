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
  bar = made ? buttons() : note();
  document.body.append(bar);
}

/** The page of an exchange, or of the transcript where the words are outside of any, as it is cited. */
function addressOf(host: Element): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const number = host.id === '' ? null : host.querySelector('.no');
  const own = number?.getAttribute('href') ?? '';
  return new URL(own, canonical ?? location.href).href.split('#')[0] ?? '';
}

function buttons(): HTMLElement {
  const made = document.createElement('div');
  made.className = 'quoting';
  made.setAttribute('role', 'toolbar');
  made.setAttribute('aria-label', say('所选文字', 'The selected words'));
  const words: [string, string][] = [
    ['link', say('复制所选文字的链接', 'Copy link to these words')],
    ['quotation', say('复制引文与出处', 'Copy quotation with citation')],
    ['selector', say('复制 TextQuote', 'Copy as TextQuote')],
  ];
  for (const [kind, label] of words) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.copy = kind;
    button.textContent = label;
    // Pressing must not take the selection away, by mouse or by touch.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    made.append(button);
  }
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
