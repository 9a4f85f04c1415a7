/** The reader's language, before the page is drawn: kept in this browser, changed by the masthead's buttons. */
const root = document.documentElement;
const own = root.lang;
const titles: Record<string, string> = {
  [own]: document.title,
  [own === 'en' ? 'zh-Hans' : 'en']: document.currentScript?.dataset.title ?? document.title,
};

function show(language: string): void {
  root.lang = language;
  root.dataset.ui = language;
  document.title = titles[language] ?? document.title;
}

/** Reading and writing fail where the reader forbids storage; the page's own language stays then. */
function kept(): string | null {
  try {
    return localStorage.getItem('ui');
  } catch {
    return null;
  }
}

function keep(language: string): void {
  try {
    localStorage.setItem('ui', language);
  } catch {
    // Chosen for this page only.
  }
}

const chosen = kept() ?? own;
show(chosen in titles ? chosen : own);

document.addEventListener('DOMContentLoaded', () => {
  for (const button of document.querySelectorAll<HTMLInputElement>('input[name=ui]')) {
    button.checked = button.value === root.lang;
    button.addEventListener('change', () => {
      keep(button.value);
      show(button.value);
    });
  }
});
