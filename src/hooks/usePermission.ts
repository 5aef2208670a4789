'use client';
import type { Grants, Source } from '../protocol/index.ts';
import { useRoomState } from './useRoomState.ts';

/** What somebody may be allowed: to publish from a source, or one of the other grants. */
export type Permission = Source | Exclude<keyof Grants, 'publish'>;

/**
 * Whether we may do that in the room, as of now: it changes with a new token and when a moderator changes it. False
 * until that is known, at the first connection.
 *
 * @param what - `audio`, `video` and `presentation` to publish these, or `subscribe`, `message`, `history`, `moderate`, `record`.
 */
export function usePermission(what: Permission): boolean {
  const id = useRoomState('local-participant', (state) => state.localParticipantId);
  return useRoomState(`participant:${id}`, (state) => {
    const grants = state.participants.get(id)?.grants;
    return grants !== undefined && isGranted(grants, what);
  });
}

function isGranted(grants: Grants, what: Permission): boolean {
  if (what === 'audio' || what === 'video' || what === 'presentation') return grants.publish.includes(what);
  return grants[what] ?? false;
}
