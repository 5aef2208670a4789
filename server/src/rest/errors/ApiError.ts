import { ERROR_CODES, type ErrorCode } from './errorCodes.ts';

/** Where the mistake is: in a field of the body (a JSON pointer) or in a parameter of the query or path. */
export type ErrorSource = { pointer: string } | { parameter: string };

/** One entry of the `errors` list that clients get. */
export interface ErrorObject {
  code: ErrorCode;
  title: string;
  detail: string;
  source?: ErrorSource;
  meta?: Record<string, unknown>;
}

/** A request that is refused. Thrown anywhere below a route; the error handler turns it into the answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  /** Read by Fastify. */
  readonly statusCode: number;
  readonly source: ErrorSource | undefined;
  readonly meta: Record<string, unknown> | undefined;

  constructor(
    code: ErrorCode,
    detail: string,
    { source, meta, cause }: { source?: ErrorSource; meta?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(detail, { cause });
    this.code = code;
    this.statusCode = ERROR_CODES[code].status;
    this.source = source;
    this.meta = meta;
  }

  /** The entry of the `errors` list. */
  toErrorObject(): ErrorObject {
    const { code, message, source, meta } = this;
    return { code, title: ERROR_CODES[code].title, detail: message, ...(source && { source }), ...(meta && { meta }) };
  }
}
