import type { FastifyInstance } from 'fastify';
import type { Changes } from './Changes.ts';
import type { ConsoleDeps } from './ConsoleDeps.ts';
import type { EventStream } from './EventStream.ts';
import type { OpenStreams } from './OpenStreams.ts';
import { ServerHealth } from './ServerHealth.ts';

/** How often pages are told how the server is. */
const HEALTH_MS = 5_000;

/** Tells pages what changes, as it does, and how the server is. */
export function addEvents(
  app: FastifyInstance,
  deps: ConsoleDeps,
  { changes, streams }: { changes: Changes; streams: OpenStreams },
): void {
  const health = new ServerHealth(deps);
  const sendHealth = async (stream: EventStream) => {
    try {
      stream.send('health', await health.read());
    } catch (err) {
      deps.log.warn({ err }, 'The console could not be told how the server is.');
    }
  };
  app.get('/health', async () => ({ data: await health.read() }));
  app.get('/events', async (request, reply) =>
    streams.open(request, reply, (stream) => {
      const unsubscribe = changes.subscribe((change) => stream.send('changed', change));
      const timer = setInterval(() => void sendHealth(stream), HEALTH_MS);
      void sendHealth(stream);
      return () => {
        unsubscribe();
        clearInterval(timer);
      };
    }),
  );
}
