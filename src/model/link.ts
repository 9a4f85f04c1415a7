import { z } from 'zod';

/** An address of the web: http or https. `javascript:`, `data:`, `file:` and their like are none. */
export const webAddress = z.url({ protocol: /^https?$/ });

/** A web address that somebody wrote by hand: also without white space and control characters. */
export const writtenAddress = webAddress.regex(
  /^[^\s\p{Cc}\p{Bidi_Control}"<>`]+$/u,
  'Expected an address such as https://example.org/',
);

/** A page of nobody, against which an address without a host is read. */
const here = 'http://here.invalid/a/b/';

const read = (address: string): URL | null =>
  URL.canParse(address, here) ? new URL(address, here) : null;

/** Whether a page may lead to an address: to the web, to a letter, or to a place of the same site. */
export const mayLink = (address: string): boolean =>
  /^(?:https?|mailto):$/.test(read(address)?.protocol ?? '');

/** Whether an address names a place of the same site, however a browser may read it: `//host` and `/\host` do not. */
export const isOfSite = (address: string): boolean =>
  read(address)?.origin === new URL(here).origin;

/** Where readers write to: an e-mail address, with or without `mailto:`, or a web address. */
export const contactAddress = z
  .string()
  .refine(mayLink, 'Expected an e-mail address or an address such as https://example.org/');
