import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { guardedLookup, type Resolve, resolveWithSystem } from './guardedLookup.ts';
import { InsideAddressError } from './InsideAddressError.ts';
import { isPublicAddress } from './isPublicAddress.ts';

/** An answer's body is of no use. This much of it is taken, so that receivers see no broken connection. */
const LARGEST_ANSWER_BYTES = 65_536;

/** A signed body on its way to a URL. */
export interface WebhookRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  timeoutMs: number;
  /** Breaks it off. */
  signal: AbortSignal;
}

/** Posts to webhooks. Follows no redirect, keeps no connection, and reaches nothing inside. */
export class WebhookClient {
  readonly #allowPrivate: boolean;
  readonly #lookup: ReturnType<typeof guardedLookup>;

  constructor(allowPrivate: boolean, resolve: Resolve = resolveWithSystem) {
    this.#allowPrivate = allowPrivate;
    this.#lookup = guardedLookup(resolve, allowPrivate);
  }

  /**
   * Gives the status of the answer.
   *
   * @throws {@link InsideAddressError}; what a socket throws; the reason of the signal; `TimeoutError` (a DOMException).
   */
  async post({ url, headers, body, timeoutMs, signal }: WebhookRequest): Promise<number> {
    const { protocol, hostname } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    // A socket asks nobody about a host that is an address already.
    if (isIP(host) !== 0 && !this.#allowPrivate && !isPublicAddress(host)) throw new InsideAddressError(hostname);
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const open = protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const request = open(url, {
        method: 'POST',
        agent: false,
        lookup: this.#lookup,
        signal: deadline,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      request.on('error', (error) => reject(deadline.aborted ? deadline.reason : error));
      request.on('response', (response) => {
        resolve(response.statusCode ?? 0);
        let received = 0;
        // The status has been read: what breaks from here on does not matter.
        response.on('error', () => {});
        response.on('data', ({ length }: Buffer) => {
          received += length;
          if (received > LARGEST_ANSWER_BYTES) response.destroy();
        });
      });
      request.end(body);
    });
  }
}
