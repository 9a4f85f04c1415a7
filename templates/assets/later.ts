/*
 * What the search page needs only when it is asked for: loaded then, checked by its digest, so that a
 * first result does not wait for it. A bundle of its own, with words of its own to learn.
 */
export { occurrencesIn } from '../../src/search/occurrences.ts';
export { relevance } from '../../src/search/relevance.ts';
export { lookUpSeldom } from '../../src/search/seldom.ts';
export { compare } from './search/compare.ts';
export { download } from './search/download.ts';
export { foundWithLess } from './search/less.ts';
export { linesTable } from './search/lines.ts';
export { monthTable } from './search/month-table.ts';
export { nameLinks } from './search/name-links.ts';
export { learnWords } from './search/say.ts';
