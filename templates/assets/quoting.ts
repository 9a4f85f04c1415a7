/* What links that quote need once words are selected, or such a link is opened; see `quote.ts`. */
export { offerLink } from './quoting/bar.ts';
export { openQuote } from './quoting/open.ts';
