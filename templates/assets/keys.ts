/** Copying and the keyboard: `j` `k` between exchanges, `/` search, `c` `l` copy citation and link, `?` help; all can be switched off. */
const chinese = () => document.documentElement.lang.startsWith('zh');
const say = (zh: string, en: string) => (chinese() ? zh : en);

/** Storage throws where the reader forbids it; keys are on then. */
function stored(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const keysOn = () => stored()?.getItem('keys') !== 'off';

/** The citation beside a button, else the first that is shown; of selected words with the address that quotes them. */
function citation(button?: HTMLElement): string {
  const all = [...document.querySelectorAll<HTMLElement>('[data-citation]')];
  const beside = button?.closest('dd')?.querySelector<HTMLElement>('[data-citation]');
  const cited = (beside ?? all.find((it) => it.offsetParent !== null))?.textContent?.trim();
  return cited ? quoting(cited) : `${document.title}. ${address()}`;
}

/** A citation with the address of the selected words, if any, in the place of the page's own. */
function quoting(cited: string): string {
  const own = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return own && document.documentElement.dataset.quoted ? cited.replace(own, address) : cited;
}

/** What a file for reference managers says of the transcript or exchange that a button names. */
async function cited(button?: HTMLElement): Promise<string> {
  const { file = '', cites = '' } = button?.dataset ?? {};
  const text = await (await fetch(file)).text();
  const starts = [`ID  - ${cites}\r`, `@misc{${cites.replace(/\//g, '-')},`];
  const found = file.endsWith('json')
    ? JSON.stringify(
        JSON.parse(text).filter(({ id }: { id: string }) => id === cites),
        null,
        1,
      )
    : text.split(/\r?\n\r?\n/).find((block) => starts.some((start) => block.includes(start)));
  return quoting(found ?? text);
}

/** The address as cited: that of the selected words, else the page's own with the fragment the reader is at. */
function address(): string {
  const { quoted } = document.documentElement.dataset;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return quoted ?? (canonical ?? location.href.split('#')[0]) + location.hash;
}

/** The selected words as a W3C TextQuote, as `quote.ts` leaves it. */
const selector = () => document.documentElement.dataset.selector ?? '';

/** What is selected, else the exchange as printed, asker and answerer named. */
function quotation(): string {
  const selected = getSelection()?.toString().trim();
  const words = selected || [...document.querySelectorAll('.exchange .rec')].map(plain).join('\n');
  return `${words}\n\n${citation()}`;
}

/** A turn without its part letters, a paragraph a line. */
function plain(turn: Element): string {
  const copy = turn.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const pin of copy.querySelectorAll('.pin')) pin.remove();
  return [...copy.querySelectorAll('.label,p')].map((it) => it.textContent?.trim()).join('\n');
}

const copies: Record<string, (button?: HTMLElement) => string | Promise<string>> = {
  link: address,
  quotation,
  citation,
  cited,
  selector,
};

async function copy(kind: string, button?: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText((await copies[kind]?.(button)) ?? '');
  const said = say('已复制', 'Copied');
  tell(said);
  if (!button) return;
  const words = [...button.childNodes];
  button.replaceChildren(said);
  setTimeout(() => button.replaceChildren(...words), 2000);
}

/** Says it to a screen reader; on a page without such a place it is made. */
function tell(said: string): void {
  let place = document.getElementById('copied');
  if (!place) {
    place = document.createElement('p');
    place.id = 'copied';
    place.className = 'vh';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  place.textContent = said;
}

/** To the next or the previous exchange of the page, or of the list of neighbours. */
function step(by: 1 | -1): void {
  const exchanges = [...document.querySelectorAll<HTMLElement>('.exchange[id],.exchange.brief')];
  if (exchanges.length < 2) {
    const link = document.querySelector<HTMLAnchorElement>(by > 0 ? 'a[rel=next]' : 'a[rel=prev]');
    if (link) location.href = link.href;
    return;
  }
  const index = placeOf(exchanges, by);
  const number = exchanges[index]?.querySelector<HTMLElement>('.no');
  exchanges[index]?.scrollIntoView();
  number?.focus({ preventScroll: true });
}

/** Beside the exchange that has the focus, else beside the first that begins in sight. */
function placeOf(exchanges: HTMLElement[], by: 1 | -1): number {
  const focused = exchanges.findIndex((it) => it.contains(document.activeElement));
  if (focused !== -1) return focused + by;
  const below = exchanges.findIndex((it) => it.getBoundingClientRect().top > 0);
  return by > 0 ? below : below - 1;
}

function search(): void {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (field?.offsetParent) field.focus();
  else document.querySelector<HTMLButtonElement>('form[role=search] button')?.click();
}

const help = () => [
  ['j k', say('下一则、上一则', 'next, previous exchange')],
  ['/', say('检索', 'search')],
  ['c', say('复制出处', 'copy citation')],
  ['l', say('复制链接，选中文字时为所选文字的链接', 'copy link, of the selected words if any')],
  ['?', say('本说明', 'this help')],
];

let opened: HTMLDialogElement | null = null;

function showHelp(): void {
  opened?.remove();
  const dialog = document.createElement('dialog');
  opened = dialog;
  dialog.setAttribute('aria-label', say('键盘', 'Keyboard'));
  const list = document.createElement('dl');
  for (const [key = '', what = ''] of help()) {
    list.append(element('dt', element('kbd', key)), element('dd', what));
  }
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = keysOn();
  box.addEventListener('change', () => stored()?.setItem('keys', box.checked ? 'on' : 'off'));
  const close = element('button', say('关闭', 'Close'));
  close.addEventListener('click', () => dialog.close());
  const label = element('label', box, say(' 使用单键', ' Single keys are on'));
  dialog.append(list, element('p', label), close);
  document.body.append(dialog);
  dialog.showModal();
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

const keys: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  '/': search,
  c: () => void copy('citation'),
  l: () => void copy('link'),
  '?': showHelp,
};

document.addEventListener('keydown', (event) => {
  const { target } = event;
  const typing = target instanceof Element && target.closest('input,textarea,select,dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
  const press = keys[event.key];
  if (!press) return;
  event.preventDefault();
  press();
});

for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>('[data-copy]');
  if (button) void copy(button.dataset.copy ?? '', button);
});
const opener = document.getElementById('keys');
if (opener) {
  opener.hidden = false;
  opener.addEventListener('click', showHelp);
}
