import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../config.ts';
import { Scrubber } from './Scrubber.ts';
import { secretsOf } from './secretsOf.ts';

/** Where lines of the log go. */
export type WriteLine = (line: string) => void;

const toStandardOutput: WriteLine = (line) => void process.stdout.write(line);

/**
 * Structured logs, one JSON object a line. Secrets are taken out of the finished line, so that none gets through in
 * whatever depth, message or error it stands.
 */
export function loggerOptions(config: Pick<Config, 'logLevel'>, write: WriteLine = toStandardOutput) {
  const scrubber = new Scrubber(secretsOf(config));
  return {
    level: config.logLevel,
    stream: { write: (line: string) => write(scrubber.line(line)) },
  } satisfies FastifyServerOptions['logger'];
}
