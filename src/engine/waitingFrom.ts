import type { WaitingInfo } from '../protocol/index.ts';
import type { WaitingParticipant } from './State.ts';

/** Somebody who waits, of the wire, as the state has it. */
export function waitingFrom({ id, name, metadata, context, since }: WaitingInfo): WaitingParticipant {
  return {
    id,
    ...(name !== undefined && { name }),
    ...(metadata !== undefined && { metadata }),
    ...(context !== undefined && { context }),
    waitingSince: new Date(since),
  };
}
