import type { LookupFunction } from 'node:net';
import got, { CancelError, type Method, RequestError, TimeoutError } from 'got';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { type Failure, type FetchCode, failure } from './codes.ts';
import type { Request, Transport } from './transport.ts';

/** Limits of one request, in seconds and bytes. */
export interface Limits {
  /** From the first packet to the last byte: what a drip cannot outlast. */
  total: number;
  connect: number;
  /** Longest silence. */
  silence: number;
  /** Most bytes on the wire: the longest page seen, a day-long summit of 2014, has 0.6 MB. */
  wire: number;
}

/** Limits that a slow ministry keeps and a hanging one does not. */
export const limits: Limits = { total: 90, connect: 20, silence: 30, wire: 8 << 20 };

/** What the network transport may do. */
export interface NetworkOptions {
  /** Lets requests go to this machine: rehearsals and tests only. */
  allowLoopback: boolean;
  now(): Date;
  limits?: Limits;
  /** Finds the address of a host name, in place of the machine's own resolver: tests. */
  lookup?: LookupFunction;
  /** Authorities whose certificates count, as PEM, in place of the machine's own: tests. */
  authorities?: string;
}

/**
 * The network: GET over HTTP/1.1, no redirect followed, nothing decompressed, no cookies. Addresses
 * are checked when the socket connects, so that neither a redirect nor a DNS answer leads inside.
 */
export function openNetwork(options: NetworkOptions): Transport {
  const { allowLoopback, now, limits: most = limits } = options;
  const filter = allowLoopback ? { allowIPAddressList: ['127.0.0.1', '::1'] } : {};
  const agent = {
    http: new RequestFilteringHttpAgent({ keepAlive: false, ...filter }),
    https: new RequestFilteringHttpsAgent({ keepAlive: false, ...filter }),
  };
  return async (request) => {
    try {
      const response = await get(request, agent, most, options);
      return {
        url: request.url,
        status: response.statusCode,
        statusText: response.statusMessage ?? '',
        fields: pairs(response.rawHeaders),
        body: response.rawBody,
        recorded: now().toISOString(),
        how: 'fetched',
        sent: request.headers,
      };
    } catch (cause) {
      return failureOf(cause, most);
    }
  };
}

interface Agents {
  http: RequestFilteringHttpAgent;
  https: RequestFilteringHttpsAgent;
}

async function get(
  { url, headers }: Request,
  agent: Agents,
  most: Limits,
  { lookup, authorities }: NetworkOptions,
) {
  const method: Method = 'GET';
  const answer = got(url, {
    method,
    headers,
    agent,
    decompress: false,
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    responseType: 'buffer',
    ...(lookup && { dnsLookup: lookup }),
    ...(authorities && { https: { certificateAuthority: authorities } }),
    timeout: {
      request: most.total * 1000,
      connect: most.connect * 1000,
      secureConnect: most.connect * 1000,
      lookup: most.connect * 1000,
      socket: most.silence * 1000,
      response: most.silence * 1000,
    },
  });
  answer.on('downloadProgress', ({ transferred }) => {
    if (transferred > most.wire) answer.cancel();
  });
  return answer;
}

const codes: [pattern: RegExp, code: FetchCode, again: boolean][] = [
  [/is not allowed/, 'E_ADDRESS', false],
  [/^(?:ENOTFOUND|EAI_)/, 'E_DNS', true],
  [/^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO)/, 'E_TLS', false],
  [
    /^HPE_INVALID_EOF_STATE|aborted|premature|ERR_STREAM_PREMATURE|content-length/i,
    'E_TRUNCATED',
    true,
  ],
  [/^HPE_|ERR_INVALID_CHAR|ERR_HTTP/, 'E_PROTOCOL', true],
];

function failureOf(cause: unknown, most: Limits): Failure {
  if (cause instanceof CancelError) {
    return failure('E_TOO_LARGE', `Expected at most ${most.wire} bytes, got more`);
  }
  if (cause instanceof TimeoutError) {
    return failure('E_TIMEOUT', `Expected an answer in time, got none (${cause.event})`, true);
  }
  if (!(cause instanceof RequestError)) throw cause;
  const found = codes.find(([it]) => it.test(cause.code) || it.test(cause.message));
  const [, code, again] = found ?? [null, 'E_NETWORK' as const, true];
  return failure(code, `Expected an answer, got ${cause.code}`, again);
}

const pairs = (raw: string[]): [string, string][] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
