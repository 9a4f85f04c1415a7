import type { Capture } from '../model/capture.ts';

/** A capture that is not stored yet: what one WARC record is to hold. */
export interface NewCapture extends Pick<Capture, 'url' | 'how' | 'sha256' | 'mediaType'> {
  type: 'response' | 'resource' | 'revisit';
  /** WARC-Date. */
  recorded: string;
  /** The record's Content-Type. */
  contentType: string;
  /** The record's block, byte for byte. */
  block: Uint8Array;
  /** WARC-Payload-Digest, of the payload with its encodings still on it. */
  payloadDigest: string;
  /** For a revisit: the capture whose bytes it saw again. */
  refersTo?: { url: string; recorded: string };
  /** On an answer that shows that the page is not there: its status, or E_SOFT_404. */
  absent?: string;
  /** The request that was sent, as an HTTP message; none for what is imported. */
  request?: Uint8Array;
}
