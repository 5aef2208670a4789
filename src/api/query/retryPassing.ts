import { RoomError, type RoomErrorCode } from '../../errors/index.ts';
import { RoomsApiError } from '../client/index.ts';

const TRIES = 3;
/** Of the errors of rooms, those that say what is wrong with a token. */
const FINAL = new Set<RoomErrorCode>([
  'token-invalid',
  'token-expired',
  'token-wrong-room',
  'room-not-found',
  'not-allowed',
]);

/**
 * Says whether a query is tried again: three times where nothing is wrong with the request, and never where the answer
 * would be the same. The hooks use it unless they, or the `QueryClient`, say something else; for options that you pass
 * to `useQuery` yourself it is `new QueryClient({ defaultOptions: { queries: { retry: retryPassing } } })`.
 */
export function retryPassing(failureCount: number, error: Error): boolean {
  const final = error instanceof RoomsApiError ? !error.passing : error instanceof RoomError && FINAL.has(error.code);
  return !final && failureCount < TRIES;
}
