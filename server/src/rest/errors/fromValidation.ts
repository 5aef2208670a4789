import type { FastifySchemaValidationError } from 'fastify';
import { ApiError, type ErrorSource } from './ApiError.ts';

/** Where Fastify found what its schema does not allow. */
export type ValidationContext = 'body' | 'querystring' | 'params' | 'headers';

/** Turns what the schema validator found into errors of the API: one for each mistake. */
export function fromValidation(found: FastifySchemaValidationError[], context: ValidationContext): ApiError[] {
  if (context === 'params') {
    return [new ApiError('resource-not-found', 'There is nothing with that id: it cannot be the id of anything.')];
  }
  const errors = found.map((error) => {
    const path = pathOf(error);
    return context === 'body'
      ? new ApiError('field-invalid', `${path || 'The body'} ${problemOf(error)}.`, { source: { pointer: path } })
      : new ApiError('parameter-invalid', `${path.slice(1)} ${problemOf(error)}.`, { source: parameter(path) });
  });
  return errors.filter((error, index) => errors.findIndex((other) => other.message === error.message) === index);
}

function parameter(path: string): ErrorSource {
  return { parameter: path.slice(1) };
}

/** The JSON pointer of the mistake; for a missing field, of that field. */
function pathOf({ instancePath, keyword, params }: FastifySchemaValidationError): string {
  return keyword === 'required' ? `${instancePath}/${String(params.missingProperty)}` : instancePath;
}

function problemOf({ keyword, message, params }: FastifySchemaValidationError): string {
  if (keyword === 'required') return 'is required';
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
  if (keyword === 'format') return FORMATS[String(params.format)] ?? `must be a ${String(params.format)}`;
  return message ?? 'is not valid';
}

const FORMATS: Record<string, string> = {
  date: 'must be a date such as 2026-01-31',
  uri: 'must be an http or https URL',
  uuid: 'must be a UUID',
};
