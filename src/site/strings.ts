import { changeStrings } from './strings/change.ts';
import { correctionStrings } from './strings/correction.ts';
import { dataStrings } from './strings/data.ts';
import { editionStrings } from './strings/edition.ts';
import { frameStrings } from './strings/frame.ts';
import { listingStrings } from './strings/listing.ts';
import { recordStrings } from './strings/record.ts';
import { viewStrings } from './strings/view.ts';

/** Every word of the interface, in every language it comes in; templates hold none of their own. */
export const strings = {
  ...frameStrings,
  ...recordStrings,
  ...correctionStrings,
  ...listingStrings,
  ...viewStrings,
  ...changeStrings,
  ...editionStrings,
  ...dataStrings,
};
