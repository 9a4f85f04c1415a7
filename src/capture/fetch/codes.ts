/** Every way in which an address was not captured, by the code that reports give it. */
export const fetchCodes = {
  E_SCOPE: 'the address is on no host of the source, or is no plain http or https address',
  E_ADDRESS: 'the host is at a private, loopback or otherwise unreachable network address',
  E_DNS: 'the host name could not be resolved',
  E_NETWORK: 'the connection was refused, reset or lost',
  E_TLS: 'the certificate is expired, self-signed or for another host',
  E_TIMEOUT: 'the answer took longer than the deadline',
  E_PROTOCOL: 'the answer is not valid HTTP',
  E_STATUS: 'the server answered with an error',
  E_ROBOTS: 'robots.txt forbids the address',
  E_ROBOTS_UNREACHABLE: 'robots.txt could not be read, so that nothing of the host may be fetched',
  E_RETRY_AFTER: 'the server asked to be left alone for longer than a run waits',
  E_LEFT_ALONE: 'the host refused or failed several times in a row and is left alone in this run',
  E_CLOCK: 'the clocks of the server and of this machine differ by more than a day: one is wrong',
  E_REDIRECT: 'a redirect leads in a circle, too far or nowhere, or is left to a script',
  E_TRUNCATED: 'the body is cut: its length, its chunks, its compression or its end do not fit',
  E_TOO_LARGE: 'the body is larger than any page, or a decompression bomb',
  E_ENCODING: 'the body has an encoding that was not asked for',
  E_EMPTY: 'the body is empty',
  E_CONTENT_TYPE: 'the body is no HTML, whatever its type says',
  E_TOO_MANY: 'a list names more new pages than a run notes; later runs note the rest',
  E_UNREADABLE: 'the page cannot be read: it is nothing that the program expects',
  E_PASSED_OVER:
    'three runs ended while they looked at the page; it is passed over until `--refresh`',
  E_CHALLENGE: 'a page that asks for a proof of being human; it is never worked around',
  E_LOGIN: 'a page that asks for a password',
  E_SOFT_404: 'an error page with status 200, or a redirect to one',
  E_BODY: 'no text where the source has its body: its layout has changed, or the selector is wrong',
  E_LISTING: 'a list page without the links it should have: its layout has changed',
  E_NOT_IN_WARC: 'the WARC that is replayed does not hold the address',
} as const;
/** One of the codes above, as reports print it. */
export type FetchCode = keyof typeof fetchCodes;

/** Why an address was not captured. */
export interface Failure {
  code: FetchCode;
  /** One sentence with what was seen; no byte of the page in it that could steer a terminal. */
  reason: string;
  /** Whether another try may do better. */
  again: boolean;
  /** HTTP status, where there was one. */
  status?: number;
}

/** A failure that another try cannot mend. */
export const failure = (code: FetchCode, reason: string, again = false): Failure => ({
  code,
  reason,
  again,
});
