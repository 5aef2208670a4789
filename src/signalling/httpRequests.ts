import * as v from 'valibot';
import { errorFromWire, type RoomError, roomError } from '../errors/index.ts';
import { wireError } from '../protocol/index.ts';

const TIMEOUT = 10_000;

interface Call {
  readonly url: URL;
  readonly signal: AbortSignal;
  /** Sent as JSON; without one it is a GET. */
  readonly body?: unknown;
  /** How long the server may take to answer, in milliseconds. @default 10 s */
  readonly timeout?: number;
}

/**
 * One HTTP request whose answer is checked against its schema.
 *
 * JSON travels as `text/plain`: that makes it a simple request, for which a browser asks no permission
 * first, and so saves a round trip between origins.
 * See https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export async function call<Answer extends v.GenericSchema>(
  schema: Answer,
  { url, signal, body, timeout: longest = TIMEOUT }: Call,
): Promise<v.InferOutput<Answer>> {
  const timeout = AbortSignal.timeout(longest);
  let response: Response;
  let json: unknown;
  try {
    response = await fetch(url, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      // Only what is known in advance is ever got, and that must not be out of date.
      cache: 'no-cache',
      // The same for all calls: browsers keep connections with and without credentials apart.
      credentials: 'omit',
      signal: AbortSignal.any([signal, timeout]),
    });
    json = await response.json();
  } catch (cause) {
    if (signal.aborted) throw roomError('aborted', undefined, cause);
    if (timeout.aborted) throw roomError('timed-out', undefined, cause);
    throw roomError(
      'unreachable',
      `The room server at ${url.origin} did not answer. Check the network connection and the server address.`,
      cause,
    );
  }
  if (!response.ok) throw refusal(json, response.status);
  const answer = v.safeParse(schema, json);
  if (answer.success) return answer.output;
  throw roomError(
    'protocol-mismatch',
    `The room server's answer to ${url.pathname} was not understood. Update client or server.`,
    answer.issues,
  );
}

function refusal(json: unknown, status: number): RoomError {
  const parsed = v.safeParse(wireError, json);
  if (!parsed.success)
    return roomError('unreachable', `The room server answered with status ${status}. Check the server address.`);
  return errorFromWire(parsed.output.error);
}
