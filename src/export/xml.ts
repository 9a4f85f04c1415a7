import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** An XML document with this root, with its declaration and a line feed at the end. */
export function xmlOf(root: Element): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  // `toXml` leaves this one sequence that text may not hold (xast-util-to-xml 4.0.0).
  return `${declaration}${toXml(root).replaceAll(']]>', ']]&gt;')}\n`;
}

/** Text that XML 1.0 can hold: what it cannot, control characters above all, becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
