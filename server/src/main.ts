#!/usr/bin/env node
import { inspect } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { ensureApiKey } from './apiKeys/ensureApiKey.ts';
import { buildServer } from './buildServer.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { Scrubber } from './logs/Scrubber.ts';
import { secretsOf } from './logs/secretsOf.ts';
import { publicUrl } from './publicUrl.ts';
import { StartupError } from './StartupError.ts';
import { createLivePart } from './signalling/livePart.ts';

/** A supervisor that waits 30 s before it kills sees the server end by itself. */
const CLOSE_DEADLINE_MS = 28_000;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

let scrubber = new Scrubber([]);
try {
  const config = ensureApiKey(loadConfig(process.env), console.log);
  scrubber = new Scrubber(secretsOf(config));
  const server = await buildServer(config, { live: (deps) => createLivePart(deps) });
  closeOnSignal(server);
  endOnFailure(server);
  await listen(server, config);
  console.log(`Parlour server listening on ${publicUrl({ ...config, publicUrl: null }, server)}`);
} catch (error) {
  const known = error instanceof ConfigError || error instanceof StartupError;
  console.error(scrubber.text(known ? error.message : inspect(error)));
  process.exit(error instanceof ConfigError ? 2 : 1);
}

async function listen(server: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await server.listen({ host, port, listenTextResolver: (address) => `accepting connections at ${address}` });
  } catch (cause) {
    await server.close();
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartupError(
      `Port ${port} of ${host} cannot be used (${code}): stop what uses it, or choose another with PARLOUR_PORT.`,
      { cause },
    );
  }
}

/** A failure that nobody expected ends the process, as ever; it is told in the log, without secrets. */
function endOnFailure(server: FastifyInstance): void {
  process.on('uncaughtException', (err) => {
    server.log.fatal({ err }, 'The server failed, and ends.');
    process.exit(1);
  });
}

/** The first signal closes the server in order; a second one, or 28 seconds, end it at once. */
function closeOnSignal(server: FastifyInstance): void {
  let closing = false;
  const onSignal = async (signal: NodeJS.Signals) => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => process.exit(1), CLOSE_DEADLINE_MS).unref();
    server.log.info({ signal }, 'closing');
    await server.close();
    process.exit(0);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
}
