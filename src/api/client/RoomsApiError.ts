import type { components } from './openapi.ts';

type ErrorObject = components['schemas']['Errors']['errors'][number];

/**
 * What went wrong. The server's own codes are those of its OpenAPI document; besides them:
 *
 * | code | meaning |
 * |---|---|
 * | `unreachable` | no answer: the network, the address, or the server is down |
 * | `answer-unreadable` | an answer that is not one of a room server: a sign-in page, the error page of a proxy |
 * | `request-invalid` | it could not be asked: an empty id, a relative `baseUrl` outside a page |
 *
 * A backend in between may have codes of its own.
 */
export type RoomsApiErrorCode =
  | ErrorObject['code']
  | 'unreachable'
  | 'answer-unreadable'
  | 'request-invalid'
  // Keeps the names above in what editors offer.
  | (string & {});

/** One mistake of a request. */
export interface RoomsApiProblem {
  readonly code: RoomsApiErrorCode;
  /** What is wrong and what to do, for people. */
  readonly message: string;
  /** The field of the body (`video_layout.left.width`) or the parameter (`filter[room_id]`) that it is about. */
  readonly field: string | null;
}

/** What is known of a failure besides its mistakes. */
interface Circumstances {
  readonly status?: number;
  readonly requestId?: string | null;
  readonly retryAfterSecs?: number | null;
  readonly cause?: unknown;
}

/** A request to the REST API that failed. Switch on `code`, never on the message. */
export class RoomsApiError extends Error {
  override readonly name = 'RoomsApiError';
  /** That of the first mistake. */
  readonly code: RoomsApiErrorCode;
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** What the first mistake is about, if it is about a field or a parameter. */
  readonly field: string | null;
  /** All mistakes: a body may have several. */
  readonly problems: readonly RoomsApiProblem[];
  /** What the server calls the request in its log. */
  readonly requestId: string | null;
  /** How long to wait before the next try, where the server says so. */
  readonly retryAfterSecs: number | null;

  constructor(problems: readonly [RoomsApiProblem, ...RoomsApiProblem[]], circumstances: Circumstances = {}) {
    const [{ code, message, field }] = problems;
    super(message, { cause: circumstances.cause });
    this.code = code;
    this.status = circumstances.status ?? null;
    this.field = field;
    this.problems = problems;
    this.requestId = circumstances.requestId ?? null;
    this.retryAfterSecs = circumstances.retryAfterSecs ?? null;
  }

  /** Whether the same request may succeed a little later: nothing is wrong with it. */
  get passing(): boolean {
    return this.code === 'unreachable' || this.status === 429 || (this.status ?? 0) >= 500;
  }
}

/** A failure that was noticed on our side. */
export function failure(code: RoomsApiErrorCode, message: string, circumstances?: Circumstances): RoomsApiError {
  return new RoomsApiError([{ code, message, field: null }], circumstances);
}

/** The error of an answer that refuses. @param body - What it says, parsed as far as it could be. */
export function errorOfAnswer(response: Response, body: unknown): RoomsApiError {
  const { status, headers } = response;
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  const circumstances = {
    status,
    requestId: headers.get('x-request-id'),
    retryAfterSecs: Number.isFinite(retryAfter) ? retryAfter : null,
  };
  const [first, ...others] = problemsOf(body);
  if (first) return new RoomsApiError([first, ...others], circumstances);
  return unreadable(response);
}

/** The error of an answer that a room server would not give. */
export function unreadable(response: Response, cause?: unknown): RoomsApiError {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? 'no type';
  const message =
    `The answer (${status}, ${type}) is not one of the rooms API: see that baseUrl leads to a room server or to a ` +
    'proxy for one, and that nothing in between answers in its place.';
  return failure('answer-unreadable', message, { status, requestId: headers.get('x-request-id'), cause });
}

function problemsOf(body: unknown): RoomsApiProblem[] {
  const errors: unknown = (body as { errors?: unknown } | null | undefined)?.errors;
  if (!Array.isArray(errors)) return [];
  return errors
    .filter((error): error is ErrorObject => typeof error?.code === 'string')
    .map(({ code, title, detail, source }) => ({
      code,
      message: detail ?? title ?? code,
      field: source?.parameter ?? (source?.pointer ? fieldOf(source.pointer) : null),
    }));
}

/** `/video_layout/left~1top/width` → `video_layout.left/top.width` */
function fieldOf(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}
