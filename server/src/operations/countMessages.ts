import { type NotificationMethod, type RequestMethod, requests } from '../../../src/protocol/index.ts';
import type { Metrics } from './Metrics.ts';

/** Counts what goes over the sockets of signalling. */
export interface MessageCounts {
  /** A request came; what the protocol does not know counts as one method. */
  received(method: string): void;
  /** A notification goes out to one client. */
  sent(method: NotificationMethod): void;
}

/** Counted in plain maps, since a word to a thousand people is a thousand counts; they are read when somebody looks. */
export function countMessages(metrics: Metrics): MessageCounts {
  const counts = { in: new Map<string, number>(), out: new Map<string, number>() };
  metrics.totals(
    'parlour_signalling_messages_total',
    'Requests of clients (in) and notifications to clients (out), by method.',
    ['direction', 'method'],
    () =>
      (['in', 'out'] as const).flatMap((direction) =>
        [...counts[direction]].map(([method, value]) => ({ labels: { direction, method }, value })),
      ),
  );
  const add = (map: Map<string, number>, method: string) => void map.set(method, (map.get(method) ?? 0) + 1);
  return {
    received: (method) => add(counts.in, isRequestMethod(method) ? method : 'unknown'),
    sent: (method) => add(counts.out, method),
  };
}

function isRequestMethod(method: string): method is RequestMethod {
  return Object.hasOwn(requests, method);
}
