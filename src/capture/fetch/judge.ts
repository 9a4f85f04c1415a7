import { type AnyNode, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';
import { metered, pageLimits, TooMuch } from '../../model/page-limits.ts';
import type { Source } from '../../model/source.ts';
import { decode } from '../decode.ts';
import { undoEncodings } from '../http-response.ts';
import { readMediaType } from '../media-type.ts';
import { refusalOf } from '../refusal.ts';
import { treeOf } from '../tree.ts';
import { type Failure, type FetchCode, failure } from './codes.ts';
import { fieldOf, type Received } from './transport.ts';

/** A body that is whole, with its encodings undone, and as text. */
export interface Whole {
  bytes: Buffer;
  text: string;
}

const mib = 1 << 20;

/**
 * The whole body of an answer, or why it cannot be one: cut, a bomb, in a wrong encoding, empty, or no
 * text at all. Where neither length nor chunks tell the end, an HTML page must have its own.
 */
export function wholeBody(answer: Received): Whole | Failure {
  const encoding = fieldOf(answer, 'content-encoding') ?? '';
  const bytes = undo(answer.body, encoding);
  if ('code' in bytes) return bytes;
  if (bytes.length === 0) return failure('E_EMPTY', 'Expected a page, got an empty body', true);
  const refusal = refusalOf(bytes.subarray(0, 4096));
  const { mediaType, charset } = readMediaType(fieldOf(answer, 'content-type') ?? 'text/html');
  if (refusal) return failure('E_CONTENT_TYPE', refusal);
  if (!textTypes.test(mediaType)) {
    return failure('E_CONTENT_TYPE', `Expected HTML, got \`${mediaType}\``);
  }
  const { text } = decode(bytes, charset);
  const ended = answer.fields.some(([name]) =>
    /^(?:content-length|transfer-encoding)$/i.test(name),
  );
  const missing = ended ? null : missingEnd(text);
  if (missing === null) return { bytes, text };
  const reason = `Expected \`${missing}\` at the end where the body has no length, got none`;
  return failure('E_TRUNCATED', reason, true);
}

/** The tag that a page, sitemap or feed must end with and does not; null where it is whole or says of no end. */
function missingEnd(text: string): string | null {
  const xml = /^\s*(?:<\?xml\b|<(?:urlset|sitemapindex|rss|feed)\b)/.test(text);
  if (!xml && !/<(?:!doctype\s+html|html|body)\b/i.test(text)) return null;
  const tail = new Tail();
  new Parser(metered(tail), { xmlMode: xml }).end(text);
  return tail.isWhole ? null : `</${tail.root ?? 'html'}>`;
}

/** Looks for the end tag of the outermost element, and for anything but comments and scripts behind it. */
class Tail {
  isWhole = false;
  /** Name of the first element. */
  root: string | undefined;
  #inScript = false;

  onopentag(name: string): void {
    this.root ??= name;
    this.#inScript = name === 'script';
    if (!this.#inScript) this.isWhole = false;
  }

  onclosetag(name: string, isImplied: boolean): void {
    if (name === 'script') {
      this.#inScript = false;
      if (isImplied) this.isWhole = false;
    }
    if (name === this.root) this.isWhole = !isImplied;
  }

  ontext(text: string): void {
    if (!this.#inScript && text.trim() !== '') this.isWhole = false;
  }
}

const textTypes = /^(?:text\/|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml)$)/;

/** Pages shrink to a tenth; what shrinks to less than a hundredth, and unpacks to over 1 MiB, is a bomb. */
function undo(body: Buffer, encoding: string): Buffer | Failure {
  const largest = Math.min(pageLimits.bytes, Math.max(mib, 100 * body.length));
  try {
    return undoEncodings(body, encoding, largest);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const code =
      cause instanceof Error && cause.cause ? Reflect.get(Object(cause.cause), 'code') : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') return failure('E_TOO_LARGE', reason);
    return code ? failure('E_TRUNCATED', reason, true) : failure('E_ENCODING', reason);
  }
}

/** Below this many letters a page without its body is no page. */
const fewLetters = 600;

/** What tells that a page is another than the one asked for, by its words. */
const signs: [code: FetchCode, pattern: RegExp][] = [
  [
    'E_CHALLENGE',
    /jsl_clearance|_waf_|captcha|验证码|安全验证|访问过于频繁|just a moment|checking your browser|access denied|enable javascript and cookies/i,
  ],
  // Bounded: a page of a million opened tags would else be looked through once for each.
  ['E_LOGIN', /<input[^>]{1,1000}?type=["']?password/i],
  ['E_SOFT_404', /\b404\b|not found|页面不存在|页面没有找到|找不到|已被?删除|no longer available/i],
  [
    'E_REDIRECT',
    /<meta[^>]{1,1000}?http-equiv=["']?refresh|\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\(/i,
  ],
];

/**
 * Why a whole HTML page is not the page that was asked for, or null. A page with text where the source
 * has its body is always taken, whatever words are in it; so is any page of some length, for a layout
 * that changed must not cost a record. A page that holds more than a page may is none.
 */
export function impostor({ text }: Whole, source: Source): Failure | null {
  try {
    return impostorIn(text, source.profile.body ?? []);
  } catch (cause) {
    if (cause instanceof TooMuch) return failure('E_TOO_LARGE', cause.message);
    throw cause;
  }
}

function impostorIn(text: string, selectors: string[]): Failure | null {
  const page = treeOf(text);
  const isWritten = (node: AnyNode) => lettersIn([node], 1) > 0;
  if (selectors.some((selector) => page.all(selector).some(isWritten))) return null;
  const body = page.all('body');
  const letters = lettersIn(body.length > 0 ? body : [page.root], fewLetters);
  if (letters >= fewLetters) return null;
  const [code] = signs.find(([, pattern]) => pattern.test(text)) ?? [];
  if (code) return failure(code, `Expected a page, got ${letters} letters and no body`);
  if (letters > 0 && selectors.length === 0) return null;
  return failure(
    'E_BODY',
    `Expected a body at \`${selectors.join(', ')}\`, got ${letters} letters`,
  );
}

const unwritten = new Set(['script', 'style', 'noscript', 'head']);

/** Letters and digits below some nodes, counted as far as `enough`. */
function lettersIn(nodes: AnyNode[], enough: number): number {
  let count = 0;
  for (const node of nodes) {
    if (isText(node)) {
      const letters = node.data.matchAll(/[\p{L}\p{N}]/gu);
      while (count < enough && !letters.next().done) count += 1;
    } else if ('children' in node && !(isTag(node) && unwritten.has(node.name)))
      count += lettersIn(node.children, enough - count);
    if (count >= enough) return count;
  }
  return count;
}
