import type { Capture } from '../../model/capture.ts';
import type { Failure } from './codes.ts';

/** A GET request: everything that is sent. */
export interface Request {
  url: string;
  /** Header fields in the order sent, lower-case names. */
  headers: Record<string, string>;
}

/** A whole answer as it was received; the body with its content encodings still on it. */
export interface Received {
  url: string;
  status: number;
  statusText: string;
  /** Header fields as sent, in order, doubles included. */
  fields: [name: string, value: string][];
  body: Buffer;
  /** When the answer had come; the record's own date in a replay. */
  recorded: string;
  how: Capture['how'];
  /** The header fields that the request carried. */
  sent: Record<string, string>;
}

/** What stands between the scraper and an institution: the network, or a WARC in its place. */
export type Transport = (request: Request) => Promise<Received | Failure>;

/** The first field of a name, whatever its case. */
export const fieldOf = ({ fields }: Received, name: string): string | undefined =>
  fields.find(([it]) => it.toLowerCase() === name)?.[1];
