import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { LivePart, ServerDeps } from '../ServerDeps.ts';

/**
 * Begins the end of the server before anything of it closes: nobody new comes in, and `/readyz` says so. The load
 * balancer has the set time to send people elsewhere; then everybody in a room is told to move, recordings are finished,
 * jobs are laid down and what is open closes, each part by its own hook.
 */
export function drainBeforeClosing(
  app: FastifyInstance,
  { config, readiness, log }: Pick<ServerDeps, 'config' | 'readiness' | 'log'>,
  live: Pick<LivePart, 'stopTaking'>,
): void {
  app.addHook('preClose', async () => {
    readiness.drain();
    live.stopTaking();
    log.info({ drainDelayMs: config.drainDelayMs }, 'draining');
    if (config.drainDelayMs > 0) await delay(config.drainDelayMs);
  });
}
