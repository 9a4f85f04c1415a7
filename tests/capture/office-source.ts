import { listing } from '../../src/model/listing.ts';
import type { Source } from '../../src/model/source.ts';
import type { FaultServer } from './fault-server.ts';
import { madeSource } from './made-source.ts';

/** The office as a source. */
export const officeSource = (
  { origin }: Pick<FaultServer, 'origin'>,
  more: Partial<Source> = {},
): Source =>
  madeSource('caldmere', ['127.0.0.1/b/*'], {
    listings: [listing.parse({ start: `${origin}/`, links: 'li a', next: 'index_{n}.html' })],
    profile: { ...madeSource('caldmere', ['x/']).profile, body: ['#body'] },
    ...more,
  });
