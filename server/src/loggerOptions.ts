import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';

const SECRETS = ['authorization', 'cookie', 'token', 'refresh_token', 'refreshToken', 'credential', 'apiKeys'];

/** Structured logs, one JSON object a line, with secrets taken out down to the third level of what is logged. */
export function loggerOptions({ logLevel }: Pick<Config, 'logLevel'>) {
  return {
    level: logLevel,
    redact: {
      paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`), ...SECRETS.map((name) => `*.*.${name}`)],
      censor: '[secret]',
    },
  } satisfies FastifyServerOptions['logger'];
}
