import { offerLinks } from './quoting/bar.ts';
import { openQuote } from './quoting/open.ts';

/*
 * Links that quote: select words of an exchange, and a link to them is offered; open one, and the page
 * marks the words or says what became of them. The page has `.exchange[data-version]` with the first
 * digits of its wording's digest; where the record has more than one, `data-wordings` leads to their
 * words and `data-changed` to the page that sets them side by side. Without a script browsers find the
 * words by the link's text fragment.
 */
offerLinks();
void openQuote();
addEventListener('hashchange', () => void openQuote());
