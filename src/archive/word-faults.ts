import type { Life } from '../ledger/book.ts';
import { asksAs, faceKey, faceOf } from '../ledger/face.ts';
import { wordingDigest } from '../ledger/wording.ts';
import type { Face } from '../model/ledger.ts';
import { shownVersion } from '../model/shown-version.ts';
import type { Exchange, Transcript } from '../model/transcript.ts';
import { shown } from './reasons.ts';

/** A field of a transcript, and what is wrong with it. */
export interface WordFault {
  at: PropertyKey[];
  reason: string;
}

/**
 * Where a transcript says what no capture of it said: an exchange that the ledger knows by other words,
 * else a wording of another digest. Answers are looked at only where the digest is another: every build
 * asks, and the digest tells of each change of words, but of no change of numbers.
 */
export function wordFaults(it: Transcript, life: Life): WordFault[] {
  const today = shownVersion(it);
  if (!today) return [];
  const digest = wordingDigest(it.children);
  const faces = life.faces.get(today.id);
  const strange = it.children.flatMap((child, nth): WordFault[] => {
    const known = child.type === 'exchange' ? faces?.get(child.n) : undefined;
    if (child.type !== 'exchange' || !known) return [];
    const same = asksAs(known, child) && (digest === today.digest || saysAs(known, child));
    const reason = `Expected the words that the ledger knows number ${child.n} by, got others`;
    return same ? [] : [{ at: ['children', nth, 'children'], reason }];
  });
  if (strange.length > 0 || today.digest === digest) return strange;
  const at = ['versions', it.versions.indexOf(today), 'digest'];
  return [{ at, reason: digestReason(digest, today.digest) }];
}

const saysAs = (face: Face, exchange: Exchange): boolean =>
  faceKey(face) === faceKey(faceOf(exchange));

/** What is said of a digest that is not that of the words beside it. */
export const digestReason = (expected: string, got: string): string =>
  `Expected the digest ${shown(expected.slice(0, 12))} of the words, got ${shown(got.slice(0, 12))}`;
