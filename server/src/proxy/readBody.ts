import { ProxyError } from './ProxyError.ts';

/** The JSON object that a request carries; undefined when it carries nothing. @throws ProxyError */
export async function readBody(
  { body, headers }: Pick<Request, 'body' | 'headers'>,
  maxBytes: number,
): Promise<Record<string, unknown> | undefined> {
  const tooLarge = () => new ProxyError('body-too-large', `The body is larger than ${maxBytes} bytes: send less.`);
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (length === 0) return undefined;
  // Forms of other sites can send anything but this without the browser asking first.
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    throw new ProxyError('media-type-unsupported', 'Send the body as application/json.');
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new ProxyError('body-malformed', 'The body is not a JSON object.');
}
