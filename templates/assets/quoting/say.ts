/** Words in the language that the reader sees now. */
export const say = (zh: string, en: string): string =>
  document.documentElement.lang.startsWith('zh') ? zh : en;
