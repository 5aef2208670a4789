/**
 * Every code that an error of the REST API may have, with its HTTP status and title. Codes are stable: clients switch
 * on them.
 */
export const ERROR_CODES = {
  'api-key-missing': { status: 401, title: 'API key missing' },
  'api-key-invalid': { status: 401, title: 'API key not valid' },
  'metrics-token-invalid': { status: 401, title: 'Metrics token not valid' },
  'console-signed-out': { status: 401, title: 'Not signed in' },
  'console-request-forged': { status: 403, title: 'Not from the console' },
  'token-invalid': { status: 403, title: 'Token not valid' },
  'token-expired': { status: 403, title: 'Token expired' },
  'token-revoked': { status: 403, title: 'Token revoked' },
  'token-forbidden': { status: 403, title: 'Token not good for this' },
  'download-invalid': { status: 403, title: 'Download URL not valid' },
  'download-expired': { status: 403, title: 'Download URL expired' },
  'too-many-rooms': { status: 403, title: 'Too many rooms' },
  'origin-not-allowed': { status: 403, title: 'Origin not allowed' },
  'route-not-found': { status: 404, title: 'No such address' },
  'resource-not-found': { status: 404, title: 'Not found' },
  'body-too-large': { status: 413, title: 'Body too large' },
  'media-type-unsupported': { status: 415, title: 'Media type not supported' },
  'range-unsatisfiable': { status: 416, title: 'Range beyond the end' },
  'body-malformed': { status: 422, title: 'Body is not JSON' },
  'field-invalid': { status: 422, title: 'Field not valid' },
  'parameter-invalid': { status: 422, title: 'Parameter not valid' },
  'filter-unknown': { status: 422, title: 'Unknown filter' },
  'filter-missing': { status: 422, title: 'Filter missing' },
  'session-ended': { status: 422, title: 'Session is over' },
  'session-unknown': { status: 422, title: 'Unknown session' },
  'recording-unknown': { status: 422, title: 'Unknown recording' },
  'nothing-recorded': { status: 422, title: 'Nothing was recorded' },
  'participant-unknown': { status: 422, title: 'Unknown participant' },
  'unique-name-taken': { status: 422, title: 'Name taken' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Internal error' },
  'server-closing': { status: 503, title: 'Server is closing' },
} as const;

/** A code of the table. */
export type ErrorCode = keyof typeof ERROR_CODES;
