import type { Mask } from './evaluate.ts';
import type { Segment } from './segment.ts';

/** A unit by its segment and its number there. */
export interface Place {
  segment: Segment;
  unit: number;
}

/** A segment and what a query finds in it. */
export interface Masked {
  segment: Segment;
  mask: Mask;
}
