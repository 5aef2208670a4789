import { type RoomError, roomError } from '../errors/index.ts';
import { censorshipOf, type MediaKind, sourceOf } from '../protocol/index.ts';
import type { Participant } from './State.ts';

/** What somebody may do, and what is kept off. */
export type Rights = Pick<Participant, 'grants' | 'censored'>;

/** Whether the grants cover a kind of a stream. */
export function isGranted({ grants }: Rights, key: string, kind: MediaKind): boolean {
  return grants.publish.includes(sourceOf(key, kind));
}

/** Why a kind of a stream cannot be turned on now, in words for people; null when it can. */
export function refusalOf(rights: Rights, key: string, kind: MediaKind): RoomError | null {
  const censorship = censorshipOf(rights.censored, key, kind);
  if (censorship) {
    const { reason } = censorship;
    return roomError('censored', reason === undefined ? undefined : `A moderator keeps this off: ${reason}`);
  }
  if (isGranted(rights, key, kind)) return null;
  const what = sourceOf(key, kind);
  return roomError(
    'not-allowed',
    `Publishing ${what === 'presentation' ? 'a presentation' : what} is not allowed here. Ask for a token with that grant.`,
  );
}
