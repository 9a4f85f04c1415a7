/*
 * What the search page needs only when it is asked for: loaded then, checked by its digest, so that a
 * first result does not wait for it. A bundle of its own, with words of its own to learn.
 */
export { comparison } from './search/comparison.ts';
export { forms, save } from './search/download.ts';
export { foundWithLess } from './search/less.ts';
export { linesTable } from './search/lines.ts';
export { nameLinks } from './search/name-links.ts';
export { learnWords } from './search/say.ts';
