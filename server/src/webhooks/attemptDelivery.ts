import type { WebhookDelivery } from '../db/repositories/WebhookDeliveriesRepository.ts';
import { InsideAddressError } from './InsideAddressError.ts';
import type { WebhookClient } from './WebhookClient.ts';
import type { WebhookKeys } from './WebhookKeys.ts';

/** The answer by which a receiver says that it wants no more of this. */
const GONE = 410;

/** What came of an attempt. */
export interface AttemptOutcome {
  /** The URL that took it, or `null`. */
  deliveredTo: string | null;
  /** The status of the last answer, if there was one. */
  statusCode: number | null;
  /** Why it was not taken, for people. */
  error: string | null;
  /** The receiver wants no further attempt. */
  gone: boolean;
}

/** What an attempt is made with. */
export interface AttemptSurroundings {
  client: Pick<WebhookClient, 'post'>;
  keys: Pick<WebhookKeys, 'headersFor'>;
  now(): Date;
  /** How long a receiver may take where the delivery does not say. */
  timeoutSecs: number;
  /** Aborted when the server closes: the attempt rejects, and has not happened. */
  signal: AbortSignal;
}

/** Posts an event to its webhook and, if that does not take it, to the failover. */
export async function attemptDelivery(
  delivery: Pick<WebhookDelivery, 'id' | 'event' | 'url' | 'failoverUrl' | 'timeoutSecs'>,
  attempt: number,
  surroundings: AttemptSurroundings,
): Promise<AttemptOutcome> {
  const first = await post(delivery, delivery.url, attempt, surroundings);
  if (first.error === null || first.statusCode === GONE) return { ...first, gone: first.statusCode === GONE };
  if (delivery.failoverUrl === null) return { ...first, gone: false };
  const second = await post(delivery, delivery.failoverUrl, attempt, surroundings);
  if (second.error === null) return { ...second, gone: false };
  return {
    deliveredTo: null,
    statusCode: second.statusCode ?? first.statusCode,
    error: `${first.error} The failover: ${second.error}`,
    gone: false,
  };
}

async function post(
  { id, event, timeoutSecs }: Parameters<typeof attemptDelivery>[0],
  url: string,
  attempt: number,
  { client, keys, now, timeoutSecs: usualTimeoutSecs, signal }: AttemptSurroundings,
): Promise<Omit<AttemptOutcome, 'gone'>> {
  const body = `{"data":${event},"meta":${JSON.stringify({ attempt, delivered_to: url })}}`;
  const headers = { 'content-type': 'application/json', 'user-agent': 'Parlour', ...keys.headersFor(id, body, now()) };
  const seconds = timeoutSecs || usualTimeoutSecs;
  try {
    const statusCode = await client.post({ url, headers, body, timeoutMs: seconds * 1000, signal });
    if (statusCode >= 200 && statusCode < 300) return { deliveredTo: url, statusCode, error: null };
    return { deliveredTo: null, statusCode, error: describeStatus(statusCode) };
  } catch (error) {
    signal.throwIfAborted();
    return { deliveredTo: null, statusCode: null, error: describeError(error, seconds) };
  }
}

function describeStatus(statusCode: number): string {
  if (statusCode === GONE) return 'It answered with 410: it wants no more of this.';
  if (statusCode < 300 || statusCode >= 400) return `It answered with ${statusCode}: 200 to 299 means received.`;
  return `It answered with ${statusCode}: redirects are not followed, set the URL that it leads to.`;
}

function describeError(error: unknown, seconds: number): string {
  if (error instanceof InsideAddressError) return error.message;
  if (!(error instanceof Error)) return 'The connection failed.';
  if (error.name === 'TimeoutError') return `It did not answer within ${seconds} s.`;
  // Node joins the failures of all addresses of a name into one error without a message of its own.
  const { code } = error as NodeJS.ErrnoException;
  return `The connection failed: ${code ?? error.message}.`;
}
