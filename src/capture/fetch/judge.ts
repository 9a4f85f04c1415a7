import { type CheerioAPI, load } from 'cheerio';
import type { Source } from '../../model/source.ts';
import { decode } from '../decode.ts';
import { undoEncodings } from '../http-response.ts';
import { readMediaType } from '../media-type.ts';
import { refusalOf } from '../refusal.ts';
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
  if (!ended && /<html/i.test(text) && !/<\/html\s*>/i.test(text)) {
    return failure(
      'E_TRUNCATED',
      'Expected `</html>` where the body has no length, got none',
      true,
    );
  }
  return { bytes, text };
}

const textTypes = /^(?:text\/|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml)$)/;

/** Pages shrink to a tenth; what shrinks to less than a hundredth, and unpacks to over 1 MiB, is a bomb. */
function undo(body: Buffer, encoding: string): Buffer | Failure {
  const largest = Math.min(16 * mib, Math.max(mib, 100 * body.length));
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

const signs: [code: FetchCode, pattern: RegExp][] = [
  [
    'E_CHALLENGE',
    /jsl_clearance|_waf_|captcha|验证码|安全验证|访问过于频繁|just a moment|checking your browser|access denied|enable javascript and cookies/i,
  ],
  ['E_LOGIN', /<input[^>]+type=["']?password/i],
  ['E_SOFT_404', /\b404\b|not found|页面不存在|页面没有找到|找不到|已被?删除|no longer available/i],
  [
    'E_REDIRECT',
    /<meta[^>]+http-equiv=["']?refresh|\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\(/i,
  ],
];

/**
 * Why a whole HTML page is not the page that was asked for, or null. A page with text where the source
 * has its body is always taken, whatever words are in it; so is any page of some length, for a layout
 * that changed must not cost a record.
 */
export function impostor({ text }: Whole, source: Source): Failure | null {
  const page = load(text);
  const selectors = source.profile.body ?? [];
  if (selectors.some((it) => lettersOf(page, it) > 0)) return null;
  const letters = lettersOf(page, 'body');
  if (letters >= fewLetters) return null;
  const [code] = signs.find(([, pattern]) => pattern.test(text)) ?? [];
  if (code) return failure(code, `Expected a page, got ${letters} letters and no body`);
  if (letters > 0 && selectors.length === 0) return null;
  return failure(
    'E_BODY',
    `Expected a body at \`${selectors.join(', ')}\`, got ${letters} letters`,
  );
}

function lettersOf(page: CheerioAPI, selector: string): number {
  const visible = page(selector).clone();
  visible.find('script, style, noscript').remove();
  return visible.text().match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
