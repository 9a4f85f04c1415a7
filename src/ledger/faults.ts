import type { LedgerEvent } from '../model/ledger.ts';
import { type Book, enter, type Life, readBook } from './book.ts';
import { dayOf } from './strands.ts';
import { ordinal } from './versions.ts';

/** A line that cannot stand where it stands. */
export interface LedgerFault {
  /** Position in the list of lines, from 0. */
  at: number;
  field: string;
  reason: string;
}

/** Every line of a ledger, in its order, that refers to nothing above it or says a thing twice. */
export function ledgerFaults(events: LedgerEvent[]): LedgerFault[] {
  const book = readBook([]);
  return events.flatMap((event, at) => {
    const faults = faultsOf(event, book).map((fault) => ({ at, ...fault }));
    if (faults.length === 0) enter(book, event);
    return faults;
  });
}

type Fault = Omit<LedgerFault, 'at'>;

function faultsOf(event: LedgerEvent, book: Book): Fault[] {
  const [source = '', date = '', number = ''] = event.id.split('/');
  const id = `${source}/${date}`;
  const life = book.lives.get(id);
  if (event.event === 'transcript' || event.event === 'address') {
    const owners = book.addresses.get(event.url) ?? [];
    // An address that is used again shows the transcripts of different days.
    const owner = owners.find((it) => dayOf(it) === dayOf(event.id));
    if (owner !== undefined) return [fault('url', 'an address of its own', `that of ${owner}`)];
  }
  if (event.event === 'transcript') {
    return life ? [fault('id', 'an id that is minted once', `${id} again`)] : [];
  }
  if (!life) return [fault('id', 'a line `transcript` with this id above', id)];
  return [...versionFaults(event, life), ...numberFaults(event, number, life)];
}

function versionFaults(event: LedgerEvent, life: Life): Fault[] {
  if (event.event === 'version') {
    const next = `v${Math.max(0, ...[...life.versions.keys()].map(ordinal)) + 1}`;
    const unknown = event.same.filter((n) => !life.numbers.includes(n));
    return [
      ...(event.version === next ? [] : [fault('version', next, event.version)]),
      ...unknown.map((n) => fault('same', 'numbers that are minted above', n)),
    ];
  }
  if (!('version' in event) || life.versions.has(event.version)) return [];
  return [fault('version', 'a version that a line above settles', event.version)];
}

function numberFaults(event: LedgerEvent, number: string, life: Life): Fault[] {
  const minted = life.numbers.includes(number);
  if (event.event === 'minted' || event.event === 'split') {
    if (minted) return [fault('id', 'a number that is minted once', `${event.id} again`)];
    const from = event.event === 'split' ? event.of : null;
    if (from === null || life.numbers.includes(from)) return [];
    return [fault('of', 'a number that is minted above', from)];
  }
  if (number !== '' && !minted) return [fault('id', 'a number that is minted above', event.id)];
  if (event.event === 'merged' && !life.numbers.includes(event.into)) {
    return [fault('into', 'a number that is minted above', event.into)];
  }
  if (event.event === 'withheld' && event.of !== undefined && !life.numbers.includes(event.of)) {
    return [fault('of', 'a number that is minted above', event.of)];
  }
  const gone = life.gone.has(number);
  if (event.event === 'restored' && !gone) {
    return [fault('event', 'a number that a line above removes', event.id)];
  }
  if ((event.event === 'removed' || event.event === 'merged') && gone) {
    return [fault('event', 'a number that is not gone yet', event.id)];
  }
  return [];
}

const fault = (field: string, expected: string, got: string): Fault => ({
  field,
  reason: `Expected ${expected}, got \`${got}\``,
});
