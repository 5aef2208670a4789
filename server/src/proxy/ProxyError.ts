/** Every way in which the proxy refuses or fails, with its HTTP status and title. */
const PROXY_ERRORS = {
  'not-signed-in': [401, 'Not signed in'],
  'not-allowed': [403, 'Not allowed'],
  'origin-not-allowed': [403, 'Origin not allowed'],
  'route-not-found': [404, 'No such address'],
  'body-too-large': [413, 'Body too large'],
  'media-type-unsupported': [415, 'Media type not supported'],
  'body-malformed': [422, 'Body is not JSON'],
  'policy-failed': [500, 'The application failed'],
  'server-unreachable': [502, 'Room server not reachable'],
  'server-refused': [502, 'Room server refused the proxy'],
  'server-timed-out': [504, 'Room server too slow'],
} as const;

/** A code of the table. */
export type ProxyErrorCode = keyof typeof PROXY_ERRORS;

/** A request that the proxy does not forward, or gets no answer for. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: ProxyErrorCode;
  readonly status: number;

  constructor(code: ProxyErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.status = PROXY_ERRORS[code][0];
  }

  /** The answer, in the envelope of the REST API. */
  toResponse(): Response {
    const { code, message: detail, status } = this;
    const errors = [{ code, title: PROXY_ERRORS[code][1], detail }];
    return Response.json({ errors }, { status, headers: { 'cache-control': 'no-store' } });
  }
}
