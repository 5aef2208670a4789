import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, preHandlerHookHandler } from 'fastify';
import { TooManyRoomsError, UniqueNameTakenError } from '../../db/repositories/RoomsRepository.ts';
import type { CountRefusal } from '../../operations/httpMetrics.ts';
import { TokenError } from '../../tokens/TokenError.ts';
import { ApiError } from './ApiError.ts';
import { fromValidation } from './fromValidation.ts';

/** Sends one or more errors in the envelope that all errors of the API have. The first decides the status. */
function sendErrors(reply: FastifyReply, errors: readonly [ApiError, ...ApiError[]]): FastifyReply {
  return reply.code(errors[0].statusCode).send({ errors: errors.map((error) => error.toErrorObject()) });
}

/** Somebody tries what is not allowed, or too much of it: whoever looks for an attack finds it by these. */
const WORTH_KNOWING = new Set([401, 403, 429]);

/** Answers a failure, wherever it comes from. */
export type AnswerError = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** @param countRefusal - Told of every failure, by its code. */
export function errorAnswerer(countRefusal: CountRefusal): AnswerError {
  return (error, request, reply) => {
    const errors = toApiErrors(error, request);
    const [{ code, statusCode }] = errors;
    countRefusal(code);
    if (statusCode === 500) request.log.error({ err: error }, 'request failed');
    else if (WORTH_KNOWING.has(statusCode)) request.log.info({ code, ip: request.ip }, 'request refused');
    return sendErrors(reply, errors);
  };
}

/** Answers what there is no route for. @param limit - Whoever tries addresses out has a limit, too. */
export function answerUnknown(app: FastifyInstance, answerError: AnswerError, limit: preHandlerHookHandler): void {
  app.setNotFoundHandler({ preHandler: limit }, (request, reply) => {
    const path = request.url.split('?')[0];
    const detail = `There is nothing at ${request.method} ${path}: /docs lists what there is.`;
    return answerError(new ApiError('route-not-found', detail), request, reply);
  });
}

function toApiErrors(error: FastifyError | Error, request: FastifyRequest): readonly [ApiError, ...ApiError[]] {
  if (error instanceof ApiError) return [error];
  if (error instanceof TokenError) return [new ApiError(error.code, error.message, { cause: error })];
  if (error instanceof UniqueNameTakenError) {
    const detail = `${error.message} Choose another name, or find that room with filter[unique_name].`;
    return [new ApiError('unique-name-taken', detail, { source: { pointer: '/unique_name' }, cause: error })];
  }
  if (error instanceof TooManyRoomsError) {
    return [
      new ApiError('too-many-rooms', `${error.message} Delete some, or raise PARLOUR_ROOMS_PER_KEY.`, { cause: error }),
    ];
  }
  if ('validation' in error && error.validation) {
    const [first, ...others] = fromValidation(error.validation, error.validationContext ?? 'body');
    if (first) return [first, ...others];
  }
  return [fromFastify(error) ?? unexpected(error, request)];
}

/** Failures that Fastify itself finds before a handler runs. */
function fromFastify(error: FastifyError | Error): ApiError | null {
  switch ('code' in error ? error.code : undefined) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ApiError(
        'body-malformed',
        'The body is not JSON that can be read: check its quotes, commas and length.',
      );
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError('body-too-large', 'The body is larger than this server takes: send less.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ApiError('media-type-unsupported', 'Send the body as application/json.');
    case 'FST_ERR_BAD_URL':
      return new ApiError('route-not-found', 'The address has a percent sign that is not followed by two digits.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new ApiError('resource-not-found', 'There is nothing with that id: no id is so long.');
    default:
      return null;
  }
}

function unexpected(cause: Error, request: FastifyRequest): ApiError {
  const detail = 'The server failed to answer. Try again; if it stays so, look in its log for this request id.';
  return new ApiError('internal-error', detail, { cause, meta: { request_id: request.id } });
}
