/** Markup that is safe to print; only `html` and `trusted` make it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in an `html` template; `null`, `undefined` and `false` print nothing. */
export type Child = Html | string | number | false | null | undefined | readonly Child[];

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

// Lone surrogates, controls and noncharacters are parse errors in HTML, and a file cannot hold the first.
const unprintable = /(?![\t\n\f\r])[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
// Ten times as fast as the pattern above on text that needs nothing, which is nearly all of it.
const suspect =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to look for
  /[&<>"\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** `text` as text or as a quoted attribute; what cannot be printed becomes U+FFFD. */
export function escapeText(text: string): string {
  if (!suspect.test(text)) return text;
  return text
    .replace(unprintable, '\ufffd')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

const checked = new WeakSet<TemplateStringsArray>();

function checkQuotes(strings: TemplateStringsArray): void {
  if (checked.has(strings)) return;
  for (const chunk of strings.slice(0, -1)) {
    if (/=\s*(?:'[^']*)?$/.test(chunk)) {
      throw new Error(
        `Expected double quotes around an attribute's value, got \`${chunk.slice(-40)}\``,
      );
    }
  }
  checked.add(strings);
}

function print(child: Child): string {
  if (typeof child === 'string') return escapeText(child);
  if (child instanceof Html) return child.text;
  if (typeof child === 'number') return String(child);
  if (child === null || child === undefined || child === false) return '';
  if (Array.isArray(child)) return child.map(print).join('');
  throw new Error(`Expected a string, a number or markup, got \`${typeof child}\``);
}

/** A tagged template whose values are escaped; arrays are joined, other `html` is taken as it is. */
export function html(strings: TemplateStringsArray, ...children: Child[]): Html {
  checkQuotes(strings);
  let text = strings[0] ?? '';
  for (let index = 0; index < children.length; index += 1) {
    text += print(children[index]) + (strings[index + 1] ?? '');
  }
  return new Html(text);
}

/** Markup that another serializer has escaped already, such as rehype's. */
export const trusted = (text: string): Html => new Html(text);
