import type { Query } from '@tanstack/react-query';

const OPEN = new Set(['enqueued', 'processing', 'pending']);

/**
 * A `refetchInterval` for what gets done on the server: asks again as long as something that is shown is not done yet.
 * `useCompositionsQuery({}, { refetchInterval: whileProcessing() })`
 *
 * @param intervalInMs - @default 2000
 */
export function whileProcessing(intervalInMs = 2000): (query: Pick<Query, 'state'>) => number | false {
  return ({ state: { data } }) => (isOpen(data) ? intervalInMs : false);
}

function isOpen(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if ('pages' in data && Array.isArray(data.pages)) return data.pages.some(isOpen);
  if ('data' in data && Array.isArray(data.data)) return data.data.some(isOpen);
  return 'status' in data && OPEN.has(String(data.status));
}
