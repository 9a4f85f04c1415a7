import { decode } from './decode.ts';
import { pageForm } from './import-resource.ts';

/** A saved HTML page; its address must be given, for what a page says of itself may be a copy's. */
export const htmlForm = pageForm({
  name: 'a saved HTML page',
  mediaType: 'text/html',
  fits: (head) => /^\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s>/])/i.test(decode(head).text),
  addressIn: () => undefined,
  cure: 'give it with `--url https://…`',
});
