import type { VFile } from 'vfile';
import type { Content } from '../archive/read.ts';
import { decode } from '../capture/decode.ts';
import { impostor } from '../capture/fetch/judge.ts';
import type { Capture } from '../model/capture.ts';
import type { Correction } from '../model/correction.ts';
import type { Document } from '../model/document.ts';
import type { Draft } from '../model/draft.ts';
import { checkPageSize, TooMuch } from '../model/page-limits.ts';
import type { Source } from '../model/source.ts';
import { parse } from '../parse/index.ts';
import type { OutletIndex } from '../parse/outlet.ts';
import { profileOf } from '../parse/profile-of.ts';

/** What parsing one capture gave; plain, so that it is the same when it is remembered. */
export interface Reading {
  draft: Draft | null;
  /** Why there is no draft. */
  reason: string | null;
  /** Null where reading failed. */
  coverage: Document['coverage'] | null;
  messages: Message[];
  /** Whether the page says, under status 200, that it is not there. */
  absent: boolean;
}

type VFileMessage = VFile['messages'][number];

/** A message of the parser, as vfile has it. */
export type Message = Pick<VFileMessage, 'reason' | 'fatal' | 'place' | 'ruleId' | 'source'>;

/** All that a capture is read by, beside the capture itself. */
export interface ReadingContext {
  source: Source;
  content: Pick<Content, 'dialects' | 'corrections'>;
  outlets: OutletIndex;
}

/** A capture decoded and parsed by its source's rules; never throws for what the capture holds. */
export function readPage(capture: Capture, context: ReadingContext): Reading {
  try {
    checkPageSize(capture.bytes.length);
    return readingOf(capture, context);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const ruleId = cause instanceof TooMuch ? 'too-large' : 'unreadable';
    const message: Message = { reason, fatal: true, place: undefined, ruleId, source: 'read' };
    return { draft: null, reason, coverage: null, messages: [message], absent: false };
  }
}

function readingOf(capture: Capture, context: ReadingContext): Reading {
  const { url, mediaType, bytes, charset, sha256 } = capture;
  const { source, content, outlets } = context;
  const { text, damaged } = decode(bytes, charset);
  const correction = correctionOf(url, content);
  const { draft, reason, document, file } = parse(
    { url, mediaType, text, sha256 },
    {
      source,
      profile: profileOf(source, content.dialects),
      outlets,
      ...(correction ? { correction } : {}),
    },
  );
  if (damaged && draft && !draft.flags.includes('damaged-text')) draft.flags.push('damaged-text');
  return {
    draft,
    reason,
    coverage: document?.coverage ?? null,
    messages: file.messages.map(plain),
    absent: !draft && isErrorPage(capture, text, source),
  };
}

/** The correction of a page, and the file that holds it. */
export function correctionOf(
  url: string,
  { corrections }: ReadingContext['content'],
): (Correction & { file: string }) | null {
  const [found] = [...corrections].filter(([, one]) => one.url === url);
  return found ? { ...found[1], file: found[0] } : null;
}

const plain = ({ reason, fatal, place, ruleId, source }: VFileMessage): Message => ({
  reason,
  fatal,
  place,
  ruleId,
  source,
});

/** Whether a page under status 200 is an error page, by the rules that fetching goes by. */
const isErrorPage = ({ mediaType, bytes }: Capture, text: string, source: Source): boolean =>
  mediaType.includes('html') &&
  impostor({ bytes: Buffer.from(bytes), text }, source)?.code === 'E_SOFT_404';
