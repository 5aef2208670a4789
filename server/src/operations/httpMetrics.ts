import type { FastifyInstance } from 'fastify';
import type { Metrics } from './Metrics.ts';

const BUCKETS_SECS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Told of every request that is refused, by the code of its error. */
export type CountRefusal = (code: string) => void;

/** Measures the answers to HTTP requests, by route: the address as it is written down, never as it is asked for. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  const durations = metrics.histogram(
    'parlour_http_request_duration_seconds',
    'Time from a request to the end of its answer.',
    BUCKETS_SECS,
    ['method', 'route', 'status'],
  );
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url ?? 'none';
    durations.observe({ method, route, status: String(statusCode) }, elapsedTime / 1000);
  });
}

/** Counts what is refused, over HTTP and over the socket alike. */
export function countRefusals(metrics: Metrics): CountRefusal {
  const refused = metrics.counter('parlour_rejected_requests_total', 'Requests that were refused, by error code.', [
    'code',
  ]);
  return (code) => refused.inc({ code });
}
