import type { RoomErrorCode } from '../errors/index.ts';

const PASSING: ReadonlySet<RoomErrorCode> = new Set<RoomErrorCode>([
  'unreachable',
  'timed-out',
  'server-stopping',
  'too-many-requests',
  'aborted',
  'internal',
]);

/** Whether it may be over at the next try. Anything else is an answer. */
export function isPassing(code: RoomErrorCode): boolean {
  return PASSING.has(code);
}
